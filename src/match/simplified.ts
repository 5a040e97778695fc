/** Traditional characters that headers of firms' tables hold, and the simplified ones at the same places. */
const traditional =
  '業稱統會碼營發費萬億職總數員從開銷額資產負債淨潤實繳稅減專類電話聯繫備註單號區縣園組織機構納識別記狀態風險獎勵項級應屆畢計經長權與術轉讓務報關請證書標準國際內進達預餘佔學歷質創價貸擔責劃屬領軟體導參試驗設點執誠處罰環違變圓東聲貢獻現財購買賣製優勢齡對個幣錄異嚴見為網審簽幹養醫農災動勞傭認';
const simple =
  '业称统会码营发费万亿职总数员从开销额资产负债净润实缴税减专类电话联系备注单号区县园组织机构纳识别记状态风险奖励项级应届毕计经长权与术转让务报关请证书标准国际内进达预余占学历质创价贷担责划属领软体导参试验设点执诚处罚环违变圆东声贡献现财购买卖制优势龄对个币录异严见为网审签干养医农灾动劳佣认';

const pairs = new Map([...traditional].map((one, i) => [one, [...simple][i]!]));
const any = new RegExp(`[${traditional}]`, 'gu');

/** 營業收入 → 营业收入: headers of offices that write traditional characters are matched like any other. */
export const simplified = (text: string): string => text.replace(any, (one) => pairs.get(one) ?? one);
