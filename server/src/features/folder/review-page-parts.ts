/** How the page of a review looks, and what sorts and filters it. */

export const style = `:root { color-scheme: light; font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1b1f24; background: #fff; }
body { margin: 1.5rem auto; max-width: 96rem; padding: 0 1rem; font-size: 14px; line-height: 1.5; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.mark { color: #57606a; font-size: .8rem; margin: 0 0 1rem; }
.counts button { font: inherit; border: 1px solid #8c959f; border-radius: 1rem; background: #fff; padding: .1rem .7rem; margin: 0 .1rem .3rem; cursor: pointer; color: inherit; }
.counts button[aria-pressed="true"] { background: #1b1f24; color: #fff; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #d0d7de; padding: .3rem .45rem; text-align: left; vertical-align: top; }
thead th { background: #dde6f0; position: sticky; top: 0; white-space: nowrap; padding: 0; }
thead button { all: unset; box-sizing: border-box; width: 100%; padding: .35rem .45rem; cursor: pointer; font-weight: 600; }
thead button:focus-visible, .counts button:focus-visible { outline: 2px solid #0550ae; outline-offset: -2px; }
thead th[aria-sort="ascending"] button::after { content: " ▲"; }
thead th[aria-sort="descending"] button::after { content: " ▼"; }
tbody th { font-weight: 600; min-width: 12em; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.path { font-size: .8rem; color: #424a53; min-width: 10em; word-break: break-all; }
td.state { white-space: nowrap; }
tr[data-state="errors"] td.state { background: #f8d7da; color: #842029; }
tr[data-state="warnings"] td.state { background: #fff3cd; color: #664d03; }
tr[data-state="clean"] td.state { background: #d9ead9; color: #0f5132; }
tr[data-state="missing"] td.state, tr[data-state="unreadable"] td.state, tr[data-state="not-a-report"] td.state { background: #e2e3e5; color: #41464b; font-weight: 600; }
.rates { width: auto; min-width: 50rem; }
.rates thead th { position: static; padding: .3rem .45rem; text-align: left; }
.rates td small, .rates th small { color: #57606a; font-weight: normal; display: block; }
.few { border: 1px solid #8c959f; border-radius: .3rem; padding: 0 .3rem; font-size: .8rem; white-space: nowrap; }
svg text { font-size: 12px; fill: #1b1f24; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; margin-bottom: .3rem; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { margin: 0; max-width: none; font-size: 10px; padding: 0; }
  .counts button { border: 0; background: none; color: inherit; padding: 0; }
  .counts button[aria-pressed="true"] { background: none; color: inherit; text-decoration: underline; }
  .tools { display: none; }
  .wide { overflow: visible; }
  thead th { position: static; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  td, th, button { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}`;

export const script = `(function () {
  var table = document.getElementById('units');
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var search = document.getElementById('search');
  var shown = document.getElementById('shown');
  var chosen = '';
  function filter() {
    var words = search.value.trim();
    var count = 0;
    rows.forEach(function (row) {
      var visible = (chosen === '' || row.dataset.state === chosen) && (words === '' || row.textContent.indexOf(words) >= 0);
      row.hidden = !visible;
      if (visible) count++;
    });
    shown.textContent = count < rows.length ? count + ' / ' + rows.length : '';
  }
  search.addEventListener('input', filter);
  Array.prototype.forEach.call(document.querySelectorAll('.counts button'), function (button, _, all) {
    button.addEventListener('click', function () {
      chosen = chosen === button.dataset.state ? '' : button.dataset.state;
      Array.prototype.forEach.call(document.querySelectorAll('.counts button'), function (other) {
        other.setAttribute('aria-pressed', String(other.dataset.state === chosen));
      });
      filter();
    });
  });
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
    head.addEventListener('click', function () {
      var down = head.getAttribute('aria-sort') === 'ascending';
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      var isNumber = head.dataset.kind === 'number';
      rows.sort(function (a, b) {
        var x = a.cells[column].textContent.trim();
        var y = b.cells[column].textContent.trim();
        if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
        var order = isNumber ? Number(x) - Number(y) : x.localeCompare(y, 'zh-CN');
        return down ? -order : order;
      });
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });
})();`;
