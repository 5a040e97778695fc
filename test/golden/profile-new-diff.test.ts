import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// profile new and profile diff through the real binary.
let bench: Workbench;
beforeEach(() => {
  bench = workbench();
});

describe('profile new', () => {
  test('writes profiles/NEW-ID.yaml, which has the same rules', () => {
    const made = bench.innopoints('profile new my-zone-2026 --from hefei-hightech-2025');
    expect(made).toMatchObject({ code: 0, stdout: '' });
    expect(made.stderr).toContain('profiles/my-zone-2026.yaml：改好后用 profile lint');
    expect(bench.innopoints('profile diff hefei-hightech-2025 my-zone-2026').stdout).toContain(
      '计分和名单没有差别',
    );
  });

  test('points to the schema where it lies beside', () => {
    bench.file('profiles/profile.schema.json', readFileSync(join(root, 'profiles/profile.schema.json')));
    bench.innopoints('profile new my-zone-2026 --from techsme-2017');
    expect(bench.read('profiles/my-zone-2026.yaml')).toMatch(
      /^# yaml-language-server: \$schema=profile\.schema\.json\n/,
    );
  });

  test('writes it out whole with --flat', () => {
    bench.innopoints('profile new my-zone-2026 --from techsme-2017 --flat -o mine.yaml');
    expect(bench.read('mine.yaml')).not.toMatch(/^extends:/m);
    expect(bench.innopoints('profile test mine.yaml')).toMatchObject({ code: 0 });
  });

  test('leaves a file that is there alone, exit 4, unless told', () => {
    bench.file('profiles/my-zone-2026.yaml', 'profile: my-zone-2026\n');
    const refused = bench.innopoints('profile new my-zone-2026 --from techsme-2017');
    expect(refused).toMatchObject({ code: 4, stdout: '' });
    expect(bench.read('profiles/my-zone-2026.yaml')).toBe('profile: my-zone-2026\n');
    expect(bench.innopoints('profile new my-zone-2026 --from techsme-2017 --force').code).toBe(0);
  });

  test.each([
    ['an id that is none', '我区2026 --from techsme-2017', '「我区2026」不能作方案编号'],
    ['an id that leaves its folder', '../zone-2026 --from techsme-2017', '不能作方案编号'],
    ['an id that is taken', 'srdi-2022 --from techsme-2017', '已有编号为「srdi-2022」的方案'],
    ['a profile that is not there', 'my-zone-2026 --from techsme-2071', '是否为「techsme-2017」'],
    ['a pack', 'my-zone-2026 --from packs/core-fields', '这是字段包'],
    ['a file of another kind', 'my-zone-2026 --from techsme-2017 -o mine.txt', '.yaml'],
  ])('refuses %s, exit 2, and writes nothing', (_, words, message) => {
    const refused = bench.innopoints(`profile new ${words}`);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(message);
    expect(bench.files('.')).toEqual([]);
  });

  test('refuses to extend a file that no folder of profiles has, but copies it', () => {
    bench.file('elsewhere/demo-2025.yaml', demoProfile);
    const refused = bench.innopoints('profile new my-zone-2026 --from elsewhere/demo-2025.yaml');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('请把它放进 profiles/，文件名为 demo-2025.yaml；或加 --flat');
    expect(bench.innopoints('profile new my-zone-2026 --from elsewhere/demo-2025.yaml --flat').code).toBe(0);
  });
});

describe('profile diff', () => {
  const put = () => {
    bench.file('a.yaml', demoProfile);
    bench.file('b.yaml', demoProfile.replace('full: 10%', 'full: 8%').replace('total >= 60', 'total >= 70'));
  };

  test('says so where nothing differs, exit 0', () => {
    bench
      .file('a.yaml', demoProfile)
      .file('c.yaml', demoProfile.replace('rd_expense / revenue', 'rd_expense/revenue'));
    expect(bench.innopoints('profile diff a.yaml c.yaml')).toMatchObject({
      code: 0,
      stdout: 'demo-2025 → demo-2025\n没有差别\n',
      stderr: '',
    });
  });

  test('tells from and to by parts, exit 0', () => {
    put();
    expect(bench.innopoints('profile diff a.yaml b.yaml')).toMatchObject({
      code: 0,
      stdout: `demo-2025 → demo-2025

指标
  研发费用占营业收入的比例（rd_ratio）
    打分：按比例计分，10% 得满分 → 按比例计分，8% 得满分

名单
  白名单（whitelist）
    条件：总分 ≥ 60 → 总分 ≥ 70
`,
    });
  });

  test('keeps its JSON keys in both languages', () => {
    put();
    const [zh, en] = ['zh', 'en'].map(
      (lang) =>
        JSON.parse(bench.innopoints(`profile diff a.yaml b.yaml --json --lang ${lang}`).stdout) as {
          changes: { part: string; facts: { what: string }[] }[];
        },
    );
    const keys = (diff: typeof zh) =>
      diff!.changes.map(({ part, facts }) => [part, facts.map((one) => one.what)]);
    expect(keys(zh)).toEqual(keys(en));
    expect(keys(zh)).toEqual([
      ['indicators', ['score']],
      ['lists', ['when']],
    ]);
  });

  test('exits 2 where one does not load', () => {
    bench.file('a.yaml', demoProfile).file('b.yaml', demoProfile.replace('revenue\n', 'revenu\n'));
    expect(bench.innopoints('profile diff a.yaml b.yaml')).toMatchObject({ code: 2, stdout: '' });
  });

  describe('--run', () => {
    const run = () => {
      put();
      bench.csv('firms.csv', [
        ['统一社会信用代码', '企业名称', '研发费用（万元）', '营业收入（万元）'],
        ['91990100MA0001111E', '华新传感', 60, 1000],
        ['91990100MA0002222F', '云泽精机', 50, 1000],
        ['91990100MA0003333G', '恒川检测', 100, 1000],
        ['91990100MA0004444H', '宏岳重工', 52, 1000],
      ]);
      const made = bench.innopoints('assess firms.csv -p a.yaml --period 2025 -o q');
      if (made.code !== 0) throw new Error(made.stderr);
    };

    // 60, 50, 100, 52 under A (line 60); 75, 62.5, 100, 65 under B (line 70).
    test('scores the run’s firms by both', () => {
      run();
      const { effect } = JSON.parse(bench.innopoints('profile diff a.yaml b.yaml --run q --json').stdout) as {
        effect: { moves: { name: string; change: number }[] };
      };
      expect(effect).toMatchObject({
        firms: 4,
        lacking: { a: [], b: [] },
        moved: { disposition: 0, lists: 0, grade: 0, total: 3 },
        lists: [],
        mean: { firms: 4, a: 65.5, b: 75.63 },
      });
      expect(effect.moves.map(({ name, change }) => `${name} ${change}`)).toEqual([
        '华新传感 15',
        '宏岳重工 13',
        '云泽精机 12.5',
      ]);
    });

    test('tells who comes on a list and who goes off it', () => {
      run();
      bench.file('c.yaml', demoProfile.replace('total >= 60', 'total < 60'));
      expect(bench.innopoints('profile diff a.yaml c.yaml --run q').stdout).toContain(
        '名单 whitelist：新列入 2 家，不再列入 2 家',
      );
    });

    test('names the fields that the run does not have', () => {
      run();
      bench.file(
        'd.yaml',
        demoProfile
          .replace('value: rd_expense / revenue', 'value: st_staff / employees')
          .replace('rd_expense: 50, revenue: 1000', 'st_staff: 5, employees: 100'),
      );
      expect(bench.innopoints('profile diff a.yaml d.yaml --run q').stdout).toMatch(
        /用到而这份结果没有的字段，按空白计：.*科技人员/,
      );
    });

    test('exits 3 where the folder is no run', () => {
      put();
      expect(bench.innopoints('profile diff a.yaml b.yaml --run .')).toMatchObject({ code: 3, stdout: '' });
    });
  });
});
