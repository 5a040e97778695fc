import { finding, quoteAll, say } from '../define.js';

/** Trouble with what is written: the run folder, its lock, the disk. Positions name the path that was asked for. */
export const outputFindings = {
  'file.output-exists': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3' },
    zh: (a) => say(`输出文件夹 ${a.path} 已存在`, '', '请换一个 --out，或加 --force 用新结果替换它'),
    en: (a) =>
      say(
        `the output folder ${a.path} is already there`,
        '',
        'choose another --out, or add --force to replace it',
      ),
  }),
  'file.output-file-exists': finding({
    severity: 'error',
    sample: { path: 'map.yaml' },
    zh: (a) => say(`文件 ${a.path} 已存在`, '', '请换一个名字，或加 --force 替换它'),
    en: (a) => say(`${a.path} is already there`, '', 'choose another name, or add --force to replace it'),
  }),
  'file.output-not-a-file': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3' },
    zh: (a) => say(`${a.path} 已存在，但不是普通文件`, '输出位置应为一个文件', '请换一个文件名'),
    en: (a) =>
      say(`${a.path} is there and is no plain file`, 'the output is one file', 'choose another file name'),
  }),
  'file.output-not-a-folder': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3' },
    zh: (a) =>
      say(`${a.path} 已存在，但不是文件夹`, '输出位置应为文件夹', '请换一个 --out，或先移走这个文件'),
    en: (a) =>
      say(
        `${a.path} is there and is no folder`,
        'the output goes into a folder',
        'choose another --out, or move that file away',
      ),
  }),
  'file.output-not-a-run': finding({
    severity: 'error',
    sample: { path: '季度材料', files: ['会议纪要.docx'] as readonly string[], more: 2 },
    zh: (a) =>
      say(
        a.files.length === 0
          ? `${a.path} 不是 innopoints 的结果文件夹`
          : `${a.path} 里有不是 innopoints 写的文件：${quoteAll(a.files, 'zh')}${a.more ? ` 等，另有 ${a.more} 个` : ''}`,
        '--force 只替换 innopoints 自己的结果',
        '请换一个 --out，或先把这些文件移走',
      ),
    en: (a) =>
      say(
        a.files.length === 0
          ? `${a.path} is no result of innopoints`
          : `${a.path} holds files that innopoints did not write: ${quoteAll(a.files, 'en')}${a.more ? ` and ${a.more} more` : ''}`,
        '--force replaces only results of innopoints',
        'choose another --out, or move those files away',
      ),
  }),
  'file.output-changed': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3', files: ['exceptions.xlsx'] as readonly string[], more: 0 },
    zh: (a) =>
      say(
        `${a.path} 里有写出以后改过的文件：${quoteAll(a.files, 'zh')}${a.more ? ` 等，另有 ${a.more} 个` : ''}`,
        '--force 会连改动一起替换掉',
        '请先把它移到别处（改好的例外表移走后用 --fixes 传入），或换一个 --out',
      ),
    en: (a) =>
      say(
        `${a.path} holds files that were changed since they were written: ${quoteAll(a.files, 'en')}${a.more ? ` and ${a.more} more` : ''}`,
        '--force would replace what was done to them',
        'move them away (mended exceptions are then passed by --fixes), or choose another --out',
      ),
  }),
  'file.output-name': finding({
    severity: 'error',
    sample: { path: '..' },
    zh: (a) => say(`${a.path} 不能作为输出文件夹`, '应为一个新文件夹的路径', '例如 --out out/2025Q3'),
    en: (a) =>
      say(
        `${a.path} cannot be an output folder`,
        'it takes the path of a new folder',
        'for example --out out/2025Q3',
      ),
  }),
  'file.output-parent': finding({
    severity: 'error',
    sample: { path: '企业.xlsx/out' },
    zh: (a) => say(`无法在 ${a.path} 建立输出：路径中间有一段是文件`, '', '请核对 --out 的路径'),
    en: (a) =>
      say(`${a.path} cannot be made: a part of the path is a file`, '', 'check the path given to --out'),
  }),
  'file.output-denied': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3' },
    zh: (a) => say(`没有权限写入 ${a.path}`, '', '请换一个您能写入的位置，或请管理员开通权限'),
    en: (a) =>
      say(
        `no permission to write ${a.path}`,
        '',
        'choose a place that you may write to, or ask for permission',
      ),
  }),
  'file.output-read-only': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3' },
    zh: (a) => say(`${a.path} 所在的磁盘是只读的`, '', '请换一个能写入的磁盘'),
    en: (a) => say(`${a.path} is on a read-only disk`, '', 'choose a disk that can be written'),
  }),
  'file.output-full': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3/whitelist.xlsx' },
    zh: (a) => say(`磁盘空间不足，${a.path} 没有写完`, '', '请腾出空间或换一个磁盘后重跑；原有结果没有改动'),
    en: (a) =>
      say(
        `the disk is full, ${a.path} could not be finished`,
        '',
        'free some space or choose another disk, then run again; earlier results are untouched',
      ),
  }),
  'file.output-open': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3' },
    zh: (a) => say(`${a.path} 正被占用，可能在 Excel 或 WPS 中打开`, '', '请关闭打开的文件后重跑'),
    en: (a) =>
      say(`${a.path} is in use, it may be open in Excel or WPS`, '', 'close the open file, then run again'),
  }),
  'file.output-too-large': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3/exceptions.xlsx' },
    zh: (a) =>
      say(`${a.path} 太大，Excel 工作簿装不下`, '一张工作表的内容不超过 4 GB', '请加 --format csv 重跑'),
    en: (a) =>
      say(
        `${a.path} is too large for a workbook`,
        'a sheet holds at most 4 GB',
        'run again with --format csv',
      ),
  }),
  'file.output-limit': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3/assessment.csv' },
    zh: (a) =>
      say(
        `${a.path} 没有写完：超过了这里一个文件可有的大小`,
        '',
        '请用 ulimit -f 核对上限，或换一个磁盘（FAT32 的文件不超过 4 GB）后重跑；原有结果没有改动',
      ),
    en: (a) =>
      say(
        `${a.path} is not finished: it grew beyond what a file may have here`,
        '',
        'check the limit with ulimit -f, or choose another disk (FAT32 takes 4 GB a file), and run again; earlier results are untouched',
      ),
  }),
  'file.output-failed': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3', code: 'EIO' },
    zh: (a) =>
      say(`无法写入 ${a.path}（${a.code}）`, '', '请检查磁盘或网络盘，或换一个位置；原有结果没有改动'),
    en: (a) =>
      say(
        `${a.path} could not be written (${a.code})`,
        '',
        'check the disk or the network drive, or choose another place; earlier results are untouched',
      ),
  }),
  'file.locked': finding({
    severity: 'error',
    sample: { path: 'out/2025Q3', pid: 4711, host: 'pc-07', lock: 'out/.2025Q3.lock' },
    zh: (a) =>
      say(
        `另一次运行正在写 ${a.path}${a.pid ? `（进程 ${a.pid}，计算机 ${a.host}）` : ''}`,
        '',
        `请等它结束；若确定没有别的运行，请删除 ${a.lock} 后重跑`,
      ),
    en: (a) =>
      say(
        `another run is writing ${a.path}${a.pid ? ` (process ${a.pid} on ${a.host})` : ''}`,
        '',
        `wait for it to end; if you are sure that none is running, delete ${a.lock} and run again`,
      ),
  }),
};
