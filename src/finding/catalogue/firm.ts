import type { MissingEffect } from '../../model/scores.js';
import { finding, quoteAll, say } from '../define.js';
import { sayEffect } from './effect.js';

/** Trouble with a firm as a whole, placed at its first row, or at the first cell to mend. */
export const firmFindings = {
  'firm.stage-unknown': finding({
    severity: 'error',
    sample: { inputs: ['上年营业收入'] as readonly string[] },
    zh: (a) =>
      a.inputs.length > 0
        ? say(
            `无法判定所处阶段：${quoteAll(a.inputs, 'zh')}没有填写`,
            '阶段决定各项权重，不能默认；该企业本次未计分',
            '请补填后重跑；确实为零请填 0',
          )
        : say(
            '无法判定所处阶段：没有一条阶段规则适用',
            '阶段决定各项权重，不能默认；该企业本次未计分',
            '请核对判定阶段所用的数据',
          ),
    en: (a) =>
      a.inputs.length > 0
        ? say(
            `the stage cannot be told: ${quoteAll(a.inputs, 'en')} is blank`,
            'the stage decides the weights and has no default, so the firm was not scored',
            'fill it in and run again; if it is zero, enter 0',
          )
        : say(
            'the stage cannot be told: no rule for a stage applies',
            'the stage decides the weights and has no default, so the firm was not scored',
            'check the figures that tell the stage',
          ),
  }),
  'firm.no-value': finding({
    severity: 'warning',
    sample: {
      indicator: '研发费用增速',
      inputs: ['研发费用 = 120 万元', '上年研发费用 = 0 万元'] as readonly string[],
      effect: 'zero' as MissingEffect,
    },
    zh: (a) =>
      say(
        `指标「${a.indicator}」算不出来${a.inputs.length > 0 ? `（${a.inputs.join('，')}）` : ''}`,
        `分母为 0、上年数为 0 或负数时没有值，${sayEffect(a.effect, 'zh')}`,
        '若数据有误，请改正后重跑',
      ),
    en: (a) =>
      say(
        `${a.indicator} has no value${a.inputs.length > 0 ? ` (${a.inputs.join(', ')})` : ''}`,
        `a zero denominator, or a prior year of zero or below, gives none: ${sayEffect(a.effect, 'en')}`,
        'if a figure is wrong, correct it and run again',
      ),
  }),
  'firm.cohort-small': finding({
    severity: 'warning',
    sample: {
      indicator: '营业收入增长率',
      stage: '成长期',
      firms: 3,
      least: 5,
      effect: 'zero' as MissingEffect,
    },
    zh: (a) =>
      say(
        `指标「${a.indicator}」按排名计分，${a.stage === '' ? '' : `${a.stage}中`}可比企业只有 ${a.firms} 家`,
        `至少要 ${a.least} 家，${sayEffect(a.effect, 'zh')}`,
        '请把其余企业的数据一并放入再跑',
      ),
    en: (a) =>
      say(
        `${a.indicator} ranks firms, and only ${a.firms} can be compared${a.stage === '' ? '' : ` in ${a.stage}`}`,
        `at least ${a.least} are needed: ${sayEffect(a.effect, 'en')}`,
        'add the data of the other firms and run again',
      ),
  }),
  'firm.word-unscored': finding({
    severity: 'warning',
    sample: { indicator: '研发机构级别', word: '区级', effect: 'zero' as MissingEffect },
    zh: (a) =>
      say(
        `「${a.word}」在指标「${a.indicator}」中没有对应的分值`,
        `应为方案列出的写法，${sayEffect(a.effect, 'zh')}`,
        '请改用方案列出的写法后重跑',
      ),
    en: (a) =>
      say(
        `"${a.word}" is no word that ${a.indicator} gives points for`,
        `a word that the profile lists was expected: ${sayEffect(a.effect, 'en')}`,
        'use one of the words that the profile lists and run again',
      ),
  }),
  'firm.no-column': finding({
    severity: 'warning',
    sample: {
      field: '研发费用',
      indicators: ['研发费用增速'] as readonly string[],
      effect: 'zero' as MissingEffect,
    },
    zh: (a) =>
      say(
        `该企业的数据里没有「${a.field}」这一列`,
        `指标${quoteAll(a.indicators, 'zh')}要用它，${sayEffect(a.effect, 'zh')}`,
        `请在该企业所在的表中加上「${a.field}」一列后重跑`,
      ),
    en: (a) =>
      say(
        `the tables that hold this firm have no column ${a.field}`,
        `${quoteAll(a.indicators, 'en')} needs it: ${sayEffect(a.effect, 'en')}`,
        `add a column ${a.field} to the firm's table and run again`,
      ),
  }),
  'firm.veto-unknown': finding({
    severity: 'warning',
    sample: {
      veto: '失信被执行人',
      inputs: ['是否失信'] as readonly string[],
      outcome: 'passed' as 'passed' | 'vetoed' | 'rejected',
    },
    zh: (a) =>
      say(
        `无法判断否决项「${a.veto}」${a.inputs.length > 0 ? `：${quoteAll(a.inputs, 'zh')}没有填写` : ''}`,
        {
          passed: '按方案暂不否决，须人工核实',
          vetoed: '按方案视同触发，该企业被否决',
          rejected: '按方案须先补齐，该企业本次未计分',
        }[a.outcome],
        '请核实后填写「是」或「否」（或相应数据）并重跑',
      ),
    en: (a) =>
      say(
        `the veto "${a.veto}" cannot be told${a.inputs.length > 0 ? `: ${quoteAll(a.inputs, 'en')} is blank` : ''}`,
        {
          passed: 'the profile lets the firm pass for now; a person has to check',
          vetoed: 'the profile takes it as met, so the firm is vetoed',
          rejected: 'the profile asks for it first, so the firm was not scored',
        }[a.outcome],
        'find out, enter yes or no (or the figure it asks for) and run again',
      ),
  }),
};
