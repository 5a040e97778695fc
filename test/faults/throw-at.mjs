// A bug on purpose: a TypeError that quotes a firm, thrown by the language's own functions at a given place. `INNOPOINTS_BUG`
// is {"step": …, "nth": …}: the nth call of Map.get after that step was announced in the log, or {"at": "rename" | "later" |
// "rejected"}.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const plan = JSON.parse(process.env.INNOPOINTS_BUG ?? '{}');
const bug = () =>
  new TypeError('示例科技有限公司 91330108MA2700015Y: 12345.67 is none\n    at 示例科技有限公司 (12345.67)');

if (plan.step !== undefined) {
  const { get } = Map.prototype;
  const { write } = process.stderr;
  let left = -1;
  process.stderr.write = function (text, ...rest) {
    const done = write.call(this, text, ...rest);
    if (String(text).includes(`"step":"${plan.step}"`)) left = plan.nth;
    return done;
  };
  Map.prototype.get = function (key) {
    if (left > 0 && --left === 0) throw bug();
    return get.call(this, key);
  };
}
if (plan.at === 'rename') {
  fs.promises.rename = () => Promise.reject(bug());
  syncBuiltinESMExports();
}
/** As soon as the program listens: on a busy machine that may take its time. */
const onceHeard = (what) => {
  const timer = setInterval(() => {
    if (process.listenerCount('uncaughtException') === 0) return;
    clearInterval(timer);
    what();
  }, 5);
};
if (plan.at === 'later')
  onceHeard(() => {
    throw bug();
  });
if (plan.at === 'rejected') onceHeard(() => Promise.reject(bug()));
