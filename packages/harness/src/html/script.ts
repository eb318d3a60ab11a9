// The one script of a report: filters, keys, and everything opened for the printer. Without it the page says the same.
// Nothing of a report's data is in it, so that its hash is always the same.

export const SCRIPT = `'use strict';
const bar = document.getElementById('filter');
const text = bar && bar.querySelector('[name=text]');
const victim = bar && bar.querySelector('[name=victim]');
const outcomes = bar ? [...bar.querySelectorAll('[name=outcome]')] : [];
const told = document.getElementById('filter-told');
const items = [...document.querySelectorAll('[data-item]')].map((node) => {
  const holder = node.parentElement.closest('[data-item]');
  const whole = node.closest('[data-whole]');
  return {
    node,
    holder,
    // What is chosen by its outcome as a whole is shown with all of its parts.
    counted: whole || node,
    outcome: (whole || node).dataset.outcome,
    victims: (node.dataset.victims || '').split(' ').filter(Boolean),
    holds: node.querySelector('[data-item]') !== null,
    words: '',
  };
});

function wordsOf(item) {
  if (item.words === '') {
    const own = item.holder ? [...item.holder.querySelectorAll(':scope > summary, :scope > .inside')] : [];
    item.words = [item.node, ...own].map((one) => one.textContent).join(' ').toLowerCase();
  }
  return item.words;
}

function fits(item, wanted, chosen, who) {
  return (wanted === '' || wordsOf(item).includes(wanted)) &&
    (item.holds || chosen.length === 0 || chosen.includes(item.outcome)) &&
    (who === '' || item.victims.length === 0 || item.victims.includes(who));
}

function apply() {
  const wanted = text.value.trim().toLowerCase();
  const chosen = outcomes.filter((one) => one.checked).map((one) => one.value);
  const who = victim ? victim.value : '';
  for (const item of items) item.node.hidden = !fits(item, wanted, chosen, who);
  for (const { node, holds } of items) {
    if (!holds) continue;
    const some = node.querySelector('[data-item]:not([hidden])') !== null;
    node.hidden = node.hidden || !some;
    if (some && wanted !== '' && node.tagName === 'DETAILS') node.open = true;
  }
  for (const group of document.querySelectorAll('main > section, [data-group]')) {
    const isEmpty = group.querySelector('[data-item]') && !group.querySelector('[data-item]:not([hidden])');
    group.classList.toggle('nothing-shown', Boolean(isEmpty));
  }
  const all = [...new Set(items.filter((item) => !item.holds).map((item) => item.counted))];
  const shown = all.filter((node) => node.closest('[hidden]') === null).length;
  const isAll = wanted === '' && chosen.length === 0 && who === '';
  told.textContent = isAll ? '' : shown + ' of ' + all.length + ' shown';
}

function openAll(event) {
  const open = event.currentTarget.getAttribute('aria-pressed') !== 'true';
  event.currentTarget.setAttribute('aria-pressed', String(open));
  for (const one of document.querySelectorAll('main details')) one.open = open;
}

function step(by) {
  const all = [...document.querySelectorAll('[data-stop]')].filter((node) => node.offsetParent !== null);
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) next.focus();
}

function onKey(event) {
  const isWriting = event.target === text;
  if (event.key === 'Escape' && isWriting) { text.value = ''; apply(); text.blur(); }
  if (isWriting || event.target.tagName === 'SELECT' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/' && text) { event.preventDefault(); text.focus(); }
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
}

function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let node = target; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
  if (target) target.scrollIntoView({ behavior: 'instant' });
}

let closed = [];
function openForPrint() {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const one of closed) one.open = true;
}
function closeAgain() {
  for (const one of closed) one.open = false;
}

if (bar) {
  bar.hidden = false;
  bar.addEventListener('input', apply);
  bar.addEventListener('submit', (event) => event.preventDefault());
  bar.addEventListener('reset', () => requestAnimationFrame(apply));
  bar.querySelector('[name=open]').addEventListener('click', openAll);
}
document.addEventListener('keydown', onKey);
window.addEventListener('hashchange', reveal);
window.addEventListener('beforeprint', openForPrint);
window.addEventListener('afterprint', closeAgain);
reveal();
`
