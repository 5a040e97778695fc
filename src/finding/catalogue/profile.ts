import { finding, say } from '../define.js';

/** Trouble in a profile: always with line and column of its YAML. */
export const profileFindings = {
  'profile.not-found': finding({
    severity: 'error',
    sample: { id: 'hefei', near: ['hefei-hightech-2025'] as readonly string[] },
    zh: (a) => say(`没有名为「${a.id}」的评价方案`, '', a.near.length ? `是否为 ${a.near.join('、')}？用 innopoints profile list 查看全部` : '用 innopoints profile list 查看全部'),
    en: (a) => say(`no profile is called "${a.id}"`, '', a.near.length ? `did you mean ${a.near.join(', ')}? innopoints profile list shows all` : 'innopoints profile list shows all'),
  }),
};
