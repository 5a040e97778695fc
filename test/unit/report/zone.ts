import type { Finding } from '../../../src/model/finding.js';
import { FIRST_ROW, type FirmPart, type RunParts } from './run-of.js';

const words = ['华新', '中科', '金桥', '云杉', '光启', '晶锐', '博远', '天海', '众智', '嘉禾'];
const trades = ['传感技术', '智能装备', '生物医药', '新材料', '半导体', '信息科技', '环保工程', '精密仪器'];
const forms = ['有限公司', '股份有限公司', '科技有限责任公司'];

/** A zone of firms to look at: most on the list, some below it, some vetoed, and every seventh wrong somehow. */
export function zoneOf(size: number): { readonly parts: readonly FirmPart[]; readonly told: RunParts } {
  const parts: FirmPart[] = [];
  const findings: Finding[] = [];
  for (let index = 0; index < size; index++) {
    const id = `91410100MA${String(4_000_000 + index * 7919).padStart(7, '0')}${'0123456789ABCDEFGH'[index % 18]}`;
    const name = `郑州${words[index % 10]}${trades[(index * 3) % 8]}${forms[index % 3]}`;
    const good = [22 + ((index * 7) % 18), 10 + ((index * 5) % 20), 8 + ((index * 3) % 12), 6, index % 4];
    const base = {
      id,
      name,
      stage: index % 3,
      revenue: 800 + ((index * 977.35) % 90_000),
      founded: 15_000 + index * 91,
    };
    const at = { file: '2025Q3.xlsx', sheet: '企业', row: FIRST_ROW + index };
    if (index % 7 === 3) {
      parts.push({
        ...base,
        disposition: 'rejected',
        cells: [
          index + 1,
          id,
          name,
          '1,2O0',
          '约96',
          index % 7,
          { kind: 'date', days: base.founded, shown: '' },
          '省级',
        ],
      });
      const args = { field: '营业收入', unit: '万元', letterAt: 4, letter: 'O', suggestion: '1,200' };
      findings.push(
        {
          id: 'cell.not-a-number',
          severity: 'error',
          at: { ...at, column: 3 },
          args: { raw: '1,2O0', ...args },
          notes: [],
          firm: index,
        },
        {
          id: 'cell.not-a-number',
          severity: 'warning',
          at: { ...at, column: 4 },
          args: { ...args, raw: '约96', field: '研发费用', letterAt: 0 },
          notes: [],
          firm: index,
        },
      );
    } else if (index % 11 === 5) parts.push({ ...base, disposition: 'vetoed' });
    else if (index % 5 === 4)
      parts.push({ ...base, points: good.map((one) => Math.round(one / 2)), disposition: 'below-line' });
    else if (index % 13 === 6)
      parts.push({ ...base, points: good.map((one) => one - 2), disposition: 'referred' });
    else parts.push({ ...base, points: good, referred: index % 8 === 1 });
  }
  return { parts, told: { findings } };
}
