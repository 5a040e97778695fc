import { finding, quoteAll, say } from '../define.js';

/** Trouble with holding one input to many schemes. */
export const identifyFindings = {
  'header.scheme-lacks': finding({
    severity: 'warning',
    sample: {
      scheme: '科技型中小企业',
      schemeEn: 'Technology SME',
      field: '成本费用支出总额',
      id: 'total_cost',
      unit: '万元',
      points: 50,
      near: ['成本费用'] as readonly string[],
    },
    zh: (a) =>
      say(
        `没有「${a.field}」这一列，「${a.scheme}」按空白核对${a.points > 0 ? `，最多影响 ${a.points} 分` : ''}`,
        a.near.length > 0
          ? `最相近的表头是${quoteAll(a.near, 'zh')}`
          : `应有一列「${a.field}」${a.unit ? `（${a.unit}）` : ''}`,
        `${a.near.length > 0 ? '若就是它，请把表头改成字段名' : '要核对这一项，请补上这一列'}，或用 inspect --save-mapping 把那一列指给 ${a.id}`,
      ),
    en: (a) =>
      say(
        `no column holds ${a.field} (${a.id}): ${a.schemeEn} takes it as blank${a.points > 0 ? `; up to ${a.points} points depend on it` : ''}`,
        a.near.length > 0
          ? `the nearest headers are ${quoteAll(a.near, 'en')}`
          : `expected a column "${a.field}"${a.unit ? ` (${a.unit})` : ''}`,
        `${a.near.length > 0 ? 'if one of them is meant, rename it' : 'add the column to have it checked'}, or point a column to ${a.id} by inspect --save-mapping`,
      ),
  }),
  'usage.no-recognition': finding({
    severity: 'error',
    sample: { profile: 'ningbo-etc-2026' },
    zh: (a) =>
      say(
        `方案 ${a.profile} 没有白名单，看不出哪些企业符合`,
        'identify 核对的方案应有一个 kind: whitelist 的名单',
        '请换一个方案，或在方案里写明入选条件',
      ),
    en: (a) =>
      say(
        `the profile ${a.profile} has no whitelist, so it recognises no firm`,
        'a profile to identify by has a list of kind: whitelist',
        'choose another profile, or state in it who is listed',
      ),
  }),
  'usage.profile-twice': finding({
    severity: 'error',
    sample: { profile: 'techsme-2017' },
    zh: (a) => say(`方案 ${a.profile} 写了两次`, '每个方案核对一次', '请去掉一个 -p'),
    en: (a) => say(`the profile ${a.profile} is named twice`, 'each is held once', 'leave one -p out'),
  }),
  'file.identified-none': finding({
    severity: 'error',
    sample: { path: 'runs/2026Q2' },
    zh: (a) =>
      say(
        `${a.path} 不是 identify 写出的文件夹，或写出以后被改动过`,
        '--previous 应为上一次 identify 用 -o 写出的文件夹',
        '请核对路径，或从备份恢复',
      ),
    en: (a) =>
      say(
        `${a.path} was not written by identify, or was changed since`,
        '--previous takes the folder that the last identify wrote with -o',
        'check the path, or restore it from a backup',
      ),
  }),
};
