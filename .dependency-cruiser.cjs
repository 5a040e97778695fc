// The drawing of the house, held by a machine (README, "How it is built").
const steps = [
  'model',
  'finding',
  'expr',
  'profile',
  'table',
  'match',
  'intake',
  'score',
  'decide',
  'report',
  'analyse',
  'jobs',
  'cli',
];

/** A step may import itself and the steps named; every other step is out of reach. */
const only = (step, allowed, comment) => ({
  name: `${step}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${step}/` },
  to: { path: `^src/(${steps.filter((other) => other !== step && !allowed.includes(other)).join('|')})/` },
});

module.exports = {
  forbidden: [
    only('model', [], 'model holds plain shared types: it stands below everything and imports nothing.'),
    only('finding', ['model'], 'The catalogue of findings knows the shared types only.'),
    only('expr', ['model', 'finding'], 'An expression knows nothing of profiles, tables or firms.'),
    only(
      'profile',
      ['model', 'finding', 'expr'],
      'A profile is read and compiled without any input in sight.',
    ),
    only(
      'table',
      ['model', 'finding'],
      'table turns bytes into rows and knows nothing of firms or profiles.',
    ),
    only('match', ['model', 'finding'], 'match sees a sheet and a plan, not how the sheet was read.'),
    only('intake', ['model', 'finding'], 'intake sees rows and a mapping, not how either was made.'),
    only('score', ['model', 'finding', 'expr'], 'Scoring is pure: firms and plan in, points out.'),
    only('decide', ['model', 'finding', 'expr'], 'Deciding is pure: scores and plan in, decisions out.'),
    only('report', ['model', 'finding'], 'A report reads a finished run; it never computes a point.'),
    only(
      'analyse',
      ['model', 'finding', 'expr', 'profile', 'score', 'decide'],
      'Analyses read saved runs and score again; they never read inputs.',
    ),
    only(
      'jobs',
      steps.filter((step) => step !== 'cli'),
      'A job composes steps; it never knows the terminal.',
    ),
    only('cli', ['jobs', 'finding', 'model'], 'The command line uses the library by its one door.'),
    {
      name: 'zod-by-one-door',
      comment: 'model/zod.ts keeps zod from compiling code at run time; who goes past it does not.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/model/zod\\.ts$' },
      to: { path: '(^|/)node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'process-stays-in-cli',
      comment: 'Only cli knows the process; only table, report, profile and jobs touch files.',
      severity: 'error',
      from: { path: '^src/(model|finding|expr|match|intake|score|decide)/' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|process|os|net|http|https)$' },
    },
    {
      name: 'no-network',
      comment: 'innopoints works offline: nothing in it may reach a network.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(http|https|http2|dns|tls|dgram)$' },
    },
    {
      name: 'no-circular',
      comment: 'Data goes one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dev-dependency-in-src',
      comment: 'What ships may import only what is installed with it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // The packed program is made from src, which is what the house is held to.
    doNotFollow: { path: 'node_modules|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
