import { finding, quoteAll, say } from '../define.js';

/** What `verify` and `replay` see in a run folder and among its inputs. Positions name the run folder. */
export const verifyFindings = {
  'file.run-stranger': finding({
    severity: 'warning',
    sample: { file: 'whitelist-2.xlsx' },
    zh: (a) => say(`${a.file} 不是这次运行写出的`, 'manifest.json 里没有它', '请核对来历，不用的请移走'),
    en: (a) =>
      say(
        `${a.file} was not written by this run`,
        'manifest.json does not name it',
        'find out where it comes from, or move it away',
      ),
  }),
  'file.run-ledger': finding({
    severity: 'error',
    sample: { check: 'assessment.csv', counted: 299, told: 300 },
    zh: (a) =>
      say(
        `${a.check}：数得 ${a.counted}，manifest.json 记为 ${a.told}`,
        '两者应相等',
        '请从备份恢复，或重新计分',
      ),
    en: (a) =>
      say(
        `${a.check}: ${a.counted} counted, manifest.json says ${a.told}`,
        'both are the same',
        'restore it from a backup, or assess again',
      ),
  }),
  'file.input-absent': finding({
    severity: 'info',
    sample: { file: '企业.xlsx', folders: ['/srv/points'] as readonly string[] },
    zh: (a) =>
      say(
        `找不到输入文件「${a.file}」`,
        `找过 ${quoteAll(a.folders, 'zh')}`,
        '用 --inputs 写出它所在的文件夹',
      ),
    en: (a) =>
      say(
        `the input "${a.file}" was not found`,
        `looked in ${quoteAll(a.folders, 'en')}`,
        'name its folder with --inputs',
      ),
  }),
  'file.previous-absent': finding({
    severity: 'error',
    sample: { folders: ['/srv/points'] as readonly string[] },
    zh: (a) =>
      say(
        '这次运行用 --previous 与上一期比较过，找不到那一期的结果文件夹（或者它后来被重写过）',
        `找过 ${quoteAll(a.folders, 'zh')}`,
        '用 --inputs 写出它所在的文件夹',
      ),
    en: (a) =>
      say(
        'the run was compared with an earlier one by --previous, whose folder was not found (or was written anew)',
        `looked in ${quoteAll(a.folders, 'en')}`,
        'name the folder that it is in with --inputs',
      ),
  }),
  'file.input-differs': finding({
    severity: 'error',
    sample: { file: '企业.xlsx', path: 'in/企业.xlsx' },
    zh: (a) =>
      say(
        `${a.path} 与运行时读的「${a.file}」不同`,
        '大小或 SHA-256 不一致',
        '文件可能在运行后改过；用 --inputs 写出原文件所在的文件夹',
      ),
    en: (a) =>
      say(
        `${a.path} is not the "${a.file}" that was read`,
        'size or SHA-256 differ',
        'it may have been changed since; name the folder of the original with --inputs',
      ),
  }),
  'file.replay-differs': finding({
    severity: 'error',
    sample: { file: 'assessment.csv', why: 'line' as 'line' | 'byte' | 'gone' | 'more', at: 37 },
    zh: (a) =>
      say(
        {
          line: `${a.file} 与重算的结果不同，首处在第 ${a.at} 行`,
          byte: `${a.file} 与重算的结果不同，首处在第 ${a.at} 字节`,
          gone: `重算没有写出 ${a.file}`,
          more: `重算还写出了 ${a.file}`,
        }[a.why],
        '同样的输入和方案应给出同样的字节',
        '请核对文件是否被改动过，版本是否相同',
      ),
    en: (a) =>
      say(
        {
          line: `${a.file} differs from the replay, first at line ${a.at}`,
          byte: `${a.file} differs from the replay, first at byte ${a.at}`,
          gone: `the replay wrote no ${a.file}`,
          more: `the replay also wrote ${a.file}`,
        }[a.why],
        'the same inputs and profile give the same bytes',
        'see whether the file was changed, or the version differs',
      ),
  }),
  'file.replay-version': finding({
    severity: 'info',
    sample: { was: '0.1.0', now: '0.2.0' },
    zh: (a) => say(`这次运行由 innopoints ${a.was} 写出，重算用的是 ${a.now}`),
    en: (a) => say(`the run was written by innopoints ${a.was}, replayed by ${a.now}`),
  }),
};
