import { demoProfile } from './demo-profile.js';
import { type Value, type Workbench, workbench } from './workbench.js';

/** Six firms for `demo-2025`: two on the whitelist, three below the line, one sent back. */
export const demoFirms: readonly (readonly Value[])[] = [
  ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
  ['华新传感有限公司', '91340199MA1007919N', 1000, 100],
  ['瑞泽新材有限公司', '91340199MA10158389', 2000, 180],
  ['金桥生物有限公司', '91340199MA1023757U', 1500, 60],
  ['明远软件有限公司', '91340199MA1031676E', 800, null],
  ['禾川机电有限公司', '91340199MA10395960', 1200, 24],
  ['北辰光电有限公司', '91340199MA10712717', 900, '九十'],
];

/** A workbench with the profile `demo-2025.yaml` and its firms in `firms.xlsx`. */
export const demoBench = (): Workbench =>
  workbench().file('demo-2025.yaml', demoProfile).xlsx('firms.xlsx', demoFirms);
