import { finding, say } from '../define.js';

/** Making a profile of one's own; the place is the option or the word on the command line. */
export const newProfileFindings = {
  'usage.profile-id': finding({
    severity: 'error',
    sample: { id: '我区2026' },
    zh: (a) =>
      say(
        `「${a.id}」不能作方案编号`,
        '编号由小写字母、数字、- _ . 组成，以字母或数字开头，最多 64 个，末尾写年份，不能是 con、nul 这样的设备名',
        '请写成 my-zone-2026 这样的编号；中文名称写进文件里的 name',
      ),
    en: (a) =>
      say(
        `"${a.id}" cannot be the id of a profile`,
        'an id has at most 64 small letters, digits, - _ ., ends in its year, and is no device name like con or nul',
        'write one like my-zone-2026; the name goes into the file',
      ),
  }),
  'usage.profile-id-taken': finding({
    severity: 'error',
    sample: { id: 'hefei-hightech-2025', path: 'profiles/hefei-hightech-2025.yaml' },
    zh: (a) =>
      say(
        `已有编号为「${a.id}」的方案（${a.path}）`,
        '新方案应有自己的编号',
        '请换一个编号，如 my-zone-2026',
      ),
    en: (a) =>
      say(
        `there is a profile "${a.id}" (${a.path})`,
        'a new one has an id of its own',
        'choose another, like my-zone-2026',
      ),
  }),
  'usage.from-path': finding({
    severity: 'error',
    sample: { path: '../old/zone-2025.yaml', id: 'zone-2025' },
    zh: (a) =>
      say(
        `「${a.path}」不在方案文件夹里，新方案无法用编号「${a.id}」继承它`,
        'extends 只认方案文件夹里的编号',
        `请把它放进 profiles/，文件名为 ${a.id}.yaml；或加 --flat 整份写出`,
      ),
    en: (a) =>
      say(
        `"${a.path}" is in no folder of profiles, so "${a.id}" cannot be extended`,
        'extends takes ids from the folders of profiles',
        `put it into profiles/ as ${a.id}.yaml, or add --flat to write it out whole`,
      ),
  }),
};
