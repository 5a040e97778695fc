import { finding, say } from '../define.js';

const reasonsZh: Readonly<Record<string, string>> = {
  total: '合计行',
  section: '小节标题',
  note: '说明或签章',
  header: '重复的表头',
  title: '标题',
  withdrawn: '已撤销的填报',
  'not-a-table': '不在企业表内',
  'unit-row': '单位行',
  numbered: '只有序号的空行',
  'other-period': '其他年度的数据',
  'not-in-input': '名单上的企业不在申报表中',
  'no-answer': '没有结果的反馈',
  example: '模板的填写样例',
};

/** Trouble with one row. */
export const rowFindings = {
  'row.duplicate': finding({
    severity: 'warning',
    sample: { id: '91340100MA2N00001X' },
    zh: (a) => say(`${a.id} 的同一行重复出现，本行未计入`, '', '请删除多余的一行'),
    en: (a) => say(`the row of ${a.id} stands here again and was set aside`, '', 'delete the extra row'),
  }),
  'row.left-out': finding({
    severity: 'info',
    sample: { reason: 'total', text: '合计' },
    zh: (a) => say(`本行是${reasonsZh[a.reason] ?? a.reason}（「${a.text}」），未作为企业读取`),
    en: (a) =>
      say(
        `this row is ${a.reason === 'example' ? "the template's" : 'a'} ${a.reason} ("${a.text}") and was not read as a firm`,
      ),
  }),
  'row.wrong-width': finding({
    severity: 'error',
    sample: { cells: 12, expected: 10 },
    zh: (a) =>
      say(
        `本行有 ${a.cells} 个字段`,
        `表头有 ${a.expected} 个`,
        '多半是某个单元格里的逗号或换行没有加引号；请在 Excel 中打开核对这一行',
      ),
    en: (a) =>
      say(
        `this record has ${a.cells} fields`,
        `the header has ${a.expected}`,
        'a comma or line break in a cell was probably not quoted; check the row in Excel',
      ),
  }),
  'row.list-by-name': finding({
    severity: 'warning',
    sample: { name: '华新传感有限公司', field: '失信被执行人' },
    zh: (a) =>
      say(
        `名单「${a.field}」这一行没有可用的代码，按企业名称「${a.name}」对上`,
        '',
        '同名企业可能不是同一家，请人工核实',
      ),
    en: (a) =>
      say(
        `this row of the list ${a.field} has no usable code and was matched by the name "${a.name}"`,
        '',
        'firms of one name may differ: check by hand',
      ),
  }),
};
