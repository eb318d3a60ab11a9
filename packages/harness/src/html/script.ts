// The one script of a report: filters, keys, and everything opened for the printer. Without it the page says the same.
// Nothing of a report's data is in it, so that its hash is always the same.

export const SCRIPT = `'use strict';
(() => {
  const bar = document.getElementById('filter');
  if (!bar) return;
  bar.hidden = false;
  const text = bar.querySelector('[name=text]');
  const victim = bar.querySelector('[name=victim]');
  const outcomes = [...bar.querySelectorAll('[name=outcome]')];
  const told = document.getElementById('filter-told');
  const items = [...document.querySelectorAll('[data-item]')].map((node) => ({
    node,
    outcome: node.dataset.outcome,
    victims: (node.dataset.victims || '').split(' ').filter(Boolean),
    inner: node.querySelector('[data-item]') !== null,
    words: '',
  }));
  const wordsOf = (item) => {
    if (item.words === '') item.words = item.node.textContent.toLowerCase();
    return item.words;
  };
  const fits = (item, wanted, chosen, who) =>
    (wanted === '' || wordsOf(item).includes(wanted)) &&
    (item.inner || chosen.length === 0 || chosen.includes(item.outcome)) &&
    (who === '' || item.victims.length === 0 || item.victims.includes(who));
  const apply = () => {
    const wanted = text.value.trim().toLowerCase();
    const chosen = outcomes.filter((one) => one.checked).map((one) => one.value);
    const who = victim ? victim.value : '';
    let shown = 0;
    for (const item of items) item.node.hidden = !fits(item, wanted, chosen, who);
    for (const item of items) {
      if (item.inner) {
        const some = item.node.querySelector('[data-item]:not([hidden])') !== null;
        item.node.hidden = item.node.hidden || !some;
        if (some && wanted !== '' && item.node.tagName === 'DETAILS') item.node.open = true;
      }
    }
    const leaves = items.filter((item) => !item.inner);
    for (const item of leaves) if (!item.node.hidden && !item.node.parentElement.closest('[hidden]')) shown += 1;
    const all = wanted === '' && chosen.length === 0 && who === '';
    told.textContent = all ? '' : shown + ' of ' + leaves.length + ' shown';
    for (const section of document.querySelectorAll('main > section')) {
      const inside = section.querySelectorAll('[data-item]');
      const empty = inside.length > 0 && section.querySelector('[data-item]:not([hidden])') === null;
      section.classList.toggle('nothing-shown', empty);
    }
  };
  bar.addEventListener('input', apply);
  bar.addEventListener('submit', (event) => event.preventDefault());
  bar.addEventListener('reset', () => setTimeout(apply, 0));
  bar.querySelector('[name=open]').addEventListener('click', (event) => {
    const open = event.currentTarget.getAttribute('aria-pressed') !== 'true';
    event.currentTarget.setAttribute('aria-pressed', String(open));
    for (const one of document.querySelectorAll('main details')) one.open = open;
  });
  document.addEventListener('keydown', (event) => {
    const writing = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (event.key === 'Escape' && writing) { text.value = ''; apply(); text.blur(); }
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') { event.preventDefault(); text.focus(); }
    if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
  });
  const step = (by) => {
    const all = [...document.querySelectorAll('[data-stop]')].filter((node) => node.offsetParent !== null);
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) { next.focus(); next.scrollIntoView({ block: 'start' }); }
  };
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
    if (target) target.scrollIntoView();
  };
  window.addEventListener('hashchange', reveal);
  reveal();
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const one of closed) one.open = true;
  });
  window.addEventListener('afterprint', () => { for (const one of closed) one.open = false; });
})();
`
