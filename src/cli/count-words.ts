/** Words for what every command that reads inputs counts: rows by fate, firms, findings by severity. */
export const countWords = {
  zh: {
    rows: '数据行',
    used: '计入',
    superseded: '重复',
    rejected: '退回改正',
    skipped: '非企业行',
    firms: '企业',
    findings: '提示',
    errors: '错误',
    warnings: '警告',
    infos: '说明',
    unreadable: '跳过的文件',
  },
  en: {
    rows: 'rows',
    used: 'used',
    superseded: 'repeated',
    rejected: 'rejected',
    skipped: 'no firm',
    firms: 'firms',
    findings: 'findings',
    errors: 'errors',
    warnings: 'warnings',
    infos: 'infos',
    unreadable: 'files left out',
  },
} as const;
