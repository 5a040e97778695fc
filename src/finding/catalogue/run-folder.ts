// Long because it is a list: one entry a finding, text in two languages, no logic.
import { finding, quoteAll, say } from '../define.js';

/** Trouble with a saved run, and questions to one that cannot be answered. */
export const runFindings = {
  'file.run-none': finding({
    severity: 'error',
    sample: { path: '季度材料' },
    zh: (a) =>
      say(
        `${a.path} 不是 innopoints 的结果文件夹`,
        '结果文件夹里有 manifest.json 和 data 文件夹',
        '请写 assess 用 -o 写出的那个文件夹',
      ),
    en: (a) =>
      say(
        `${a.path} is no run folder of innopoints`,
        'a run folder holds manifest.json and the folder data',
        'name the folder that assess wrote with -o',
      ),
  }),
  'file.run-aside': finding({
    severity: 'error',
    sample: { path: 'runs/2026Q3', aside: '.2026Q3.old', name: '2026Q3' },
    zh: (a) =>
      say(
        `${a.path} 不在；同一文件夹里的 ${a.aside} 就是它：上次用 --force 替换时被中断，旧结果完整`,
        '',
        `请把 ${a.aside} 改名为 ${a.name}；或照上次的命令再运行一次 assess --force，它会先还原再替换`,
      ),
    en: (a) =>
      say(
        `${a.path} is not there; ${a.aside} in the same folder is that run, whole: replacing it by --force was cut short`,
        '',
        `rename ${a.aside} to ${a.name}; or run the same assess --force again, which puts it back before it replaces it`,
      ),
  }),
  'file.run-identified': finding({
    severity: 'error',
    sample: { path: 'runs/identify-2026Q3' },
    zh: (a) =>
      say(
        `${a.path} 是 identify 写出的文件夹，里面没有一家企业的计分过程`,
        '应为 assess 用 -o 写出的文件夹',
        '请先用 assess 计分；认定结果用 verify 核对、replay 重算，或作下一次 identify 的 --previous',
      ),
    en: (a) =>
      say(
        `${a.path} was written by identify and holds no scoring of a firm`,
        'this takes the folder that assess wrote with -o',
        'assess first; an identification is held by verify and replay, and taken by the next identify with --previous',
      ),
  }),
  'file.run-newer': finding({
    severity: 'error',
    sample: { format: 2, version: '1.4.0' },
    zh: (a) =>
      say(
        `结果文件夹由更新的 innopoints ${a.version} 写出（格式 ${a.format}）`,
        '本版本只认格式 1',
        '请升级 innopoints，或用本版本重新计分',
      ),
    en: (a) =>
      say(
        `the run folder was written by a newer innopoints ${a.version} (format ${a.format})`,
        'this version knows format 1',
        'upgrade innopoints, or assess again with this version',
      ),
  }),
  'file.run-unsealed': finding({
    severity: 'info',
    sample: {},
    zh: () =>
      say(
        'manifest.json 末尾没有哈希（seal），期间、日期、选项有没有被改动无从核对',
        '现在写出的都有',
        '用 innopoints replay 重算一次，也能看出改动',
      ),
    en: () =>
      say(
        'manifest.json does not end in a hash (seal): whether its period, day or options were changed cannot be told',
        'those written today have one',
        'innopoints replay, which assesses again, shows a change too',
      ),
  }),
  'file.run-damaged': finding({
    severity: 'error',
    sample: { file: 'data/firms.csv', why: 'changed' as 'changed' | 'gone' | 'form' },
    zh: (a) =>
      say(
        {
          changed: `${a.file} 写出以后被改动过`,
          gone: `${a.file} 不见了或打不开`,
          form: `${a.file} 的内容不成样子`,
        }[a.why],
        '结果文件夹应与写出时一样',
        '请从备份恢复，或重新计分',
      ),
    en: (a) =>
      say(
        {
          changed: `${a.file} was changed after it was written`,
          gone: `${a.file} is gone or cannot be read`,
          form: `${a.file} does not hold what it should`,
        }[a.why],
        'a run folder stays as it was written',
        'restore it from a backup, or assess again',
      ),
  }),
  'usage.firm-unknown': finding({
    severity: 'error',
    sample: { query: '华新传干', near: ['华新传感有限公司'] as readonly string[] },
    zh: (a) =>
      say(
        `没有代码或名称为「${a.query}」的企业`,
        '',
        a.near.length > 0 ? `是否为 ${quoteAll(a.near, 'zh')}？` : '请写统一社会信用代码，或名称里的一段',
      ),
    en: (a) =>
      say(
        `no firm has the code or name "${a.query}"`,
        '',
        a.near.length > 0
          ? `did you mean ${quoteAll(a.near, 'en')}?`
          : 'give its credit code, or a part of its name',
      ),
  }),
  'usage.firm-ambiguous': finding({
    severity: 'error',
    sample: {
      query: '华新',
      firms: [
        '91340100MA2N00001X 华新传感有限公司',
        '91340100MA2N00002X 华新光电有限公司',
      ] as readonly string[],
      more: 1,
    },
    zh: (a) =>
      say(
        `「${a.query}」可以是 ${a.firms.length + a.more} 家企业：${a.firms.join('；')}${a.more > 0 ? ` 等，另有 ${a.more} 家` : ''}`,
        '',
        '请写代码',
      ),
    en: (a) =>
      say(
        `"${a.query}" may be ${a.firms.length + a.more} firms: ${a.firms.join('; ')}${a.more > 0 ? ` and ${a.more} more` : ''}`,
        '',
        'give the code',
      ),
  }),
  'usage.set': finding({
    severity: 'error',
    sample: {
      given: 'rd_expense=五百',
      why: 'value' as 'shape' | 'field' | 'value' | 'percent' | 'currency',
      wanted: '万元',
      near: [] as readonly string[],
    },
    zh: (a) =>
      say(
        {
          shape: `「${a.given}」不是「字段=值」`,
          field: `「${a.given}」里的字段不是方案读取的字段`,
          value: `「${a.given}」的值读不懂`,
          percent: `「${a.given}」没有写百分号`,
          currency: `「${a.given}」的单位不合`,
        }[a.why],
        a.wanted === '' ? '' : `这个字段应为 ${a.wanted}`,
        a.near.length > 0 ? `是否为 ${a.near.join('、')}？` : '例如 --set rd_expense=500万元；留空为没有数据',
      ),
    en: (a) =>
      say(
        {
          shape: `"${a.given}" is not FIELD=VALUE`,
          field: `"${a.given}" names no field that the profile reads`,
          value: `the value of "${a.given}" cannot be read`,
          percent: `"${a.given}" has no percent sign`,
          currency: `the unit of "${a.given}" does not fit`,
        }[a.why],
        a.wanted === '' ? '' : `this field takes ${a.wanted}`,
        a.near.length > 0
          ? `did you mean ${a.near.join(', ')}?`
          : 'for example --set rd_expense=500万元; nothing behind the sign is a blank',
      ),
  }),
  'usage.previous-later': finding({
    severity: 'error',
    sample: { asOf: '2026-06-30', previous: '2026-09-30' },
    zh: (a) =>
      say(
        `--previous 那一期的基准日是 ${a.previous}，比这次的 ${a.asOf} 还晚`,
        '应为更早一期的结果文件夹',
        '请核对 --previous 和 --period',
      ),
    en: (a) =>
      say(
        `the run of --previous speaks of ${a.previous}, later than ${a.asOf} of this one`,
        'it takes the run folder of an earlier period',
        'look at --previous and --period again',
      ),
  }),
  'usage.runs-differ': finding({
    severity: 'error',
    sample: {
      why: 'scale' as 'same' | 'order' | 'scale' | 'gates' | 'ids' | 'strangers',
      before: '100',
      after: '120',
    },
    zh: (a) =>
      say(
        {
          same: `两次结果的数据期（${a.before}）、数据和方案都一样，没有可比的`,
          order: `前一次的基准日（${a.before}）比后一次（${a.after}）还晚`,
          scale: `两次结果的满分不同：${a.before} 和 ${a.after}`,
          gates: `只看门槛、不计总分的方案没有分数可比：${a.before}、${a.after}`,
          ids: `两次结果的企业代码不是一类：${a.before}；${a.after}`,
          strangers: '两次结果里没有一家相同的企业',
        }[a.why],
        '',
        a.why === 'order'
          ? '请把两个文件夹对调'
          : '请换可比的两次结果：同一批企业、同一满分、不同期或不同方案',
      ),
    en: (a) =>
      say(
        {
          same: `both runs have the same period (${a.before}), data and profile: nothing can differ`,
          order: `the as-of date of the first (${a.before}) is later than that of the second (${a.after})`,
          scale: `the runs have other scales: ${a.before} and ${a.after}`,
          gates: `a profile with gates only has no points to compare: ${a.before}, ${a.after}`,
          ids: `the runs know firms by other kinds of code: ${a.before}; ${a.after}`,
          strangers: 'no firm stands in both runs',
        }[a.why],
        '',
        a.why === 'order'
          ? 'change the two folders over'
          : 'compare runs of the same firms on the same scale, of other periods or profiles',
      ),
  }),
  'usage.robust': finding({
    severity: 'error',
    sample: {
      why: 'weights' as 'weights' | 'draws' | 'seed' | 'gates' | 'no-whitelist',
      value: '100%',
    },
    zh: (a) =>
      say(
        {
          weights: `--weights 「${a.value}」不行`,
          draws: `--draws 「${a.value}」不行`,
          seed: `--seed 「${a.value}」不行`,
          gates: `方案 ${a.value} 只看门槛、不计总分，没有权重可以摇动`,
          'no-whitelist': `方案 ${a.value} 没有白名单`,
        }[a.why],
        {
          weights: '应为 0% 到 100% 以下，例如 10%',
          draws: '应为 1 到 100000 的整数',
          seed: '应为 0 到 4294967295 的整数',
          gates: '',
          'no-whitelist': '',
        }[a.why],
        a.why === 'gates' || a.why === 'no-whitelist' ? '请用按分数列白名单的方案的结果' : '请改写后重试',
      ),
    en: (a) =>
      say(
        {
          weights: `--weights "${a.value}" cannot be`,
          draws: `--draws "${a.value}" cannot be`,
          seed: `--seed "${a.value}" cannot be`,
          gates: `the profile ${a.value} has gates only: there are no weights to shake`,
          'no-whitelist': `the profile ${a.value} has no whitelist`,
        }[a.why],
        {
          weights: 'it is 0% or more and less than 100%, like 10%',
          draws: 'it is a whole number from 1 to 100000',
          seed: 'it is a whole number from 0 to 4294967295',
          gates: '',
          'no-whitelist': '',
        }[a.why],
        a.why === 'gates' || a.why === 'no-whitelist'
          ? 'take a run of a profile that whitelists by points'
          : 'correct it and try again',
      ),
  }),
};
