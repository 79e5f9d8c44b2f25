// Our web pages and pictures in Chromium: axe, no request to anywhere, the keyboard, text inside its card.
// usage: node browser.js FOLDER [--bite]     NODE_PATH leads to axe-core, puppeteer-core and mermaid.
'use strict';
const fs = require('fs');
const path = require('path');
const puppeteer = require('puppeteer-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const folder = process.argv[2];
const bite = process.argv.includes('--bite');
const files = (test) => fs.readdirSync(path.join(folder, 'files')).filter((name) => test.test(name)).sort();
const address = (name) => 'file://' + path.join(folder, 'files', name);
const namesOf = (file) => {
  const project = JSON.parse(fs.readFileSync(path.join(folder, file.replace(/-[^-]*$/, '') + '.json'), 'utf8'));
  return project.structures.map((structure) => structure.bodies.map((body) => body.name));
};

// A page with everything but the file itself refused; `asked` are the refused addresses.
async function open(browser, name) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setRequestInterception(true);
  page.asked = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('data:') || url === address(name)) { request.continue(); } else {
      page.asked.push(url);
      request.abort();
    }
  });
  await page.goto(address(name), { waitUntil: 'load' });
  return page;
}

async function accessible(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return found.violations.map((v) => `${v.id}: ${v.nodes.length}, ${v.nodes[0].html.slice(0, 120)}`);
}

async function alone(page) {
  return page.asked.map((url) => `asks for ${url}`);
}

// Types the name of a body into the search box, reached by Tab.
async function search(page, name) {
  const rows = () => page.$$eval('tbody tr', (all) => all.filter((row) => !row.hidden).length);
  if (!(await page.$('#find'))) { return name.includes('compare') || name.includes('changes') ? ['no search box'] : []; }
  await page.focus('body');
  for (let at = 0; at < 30; at += 1) {
    if (await page.evaluate(() => document.activeElement.id === 'find')) { break; }
    await page.keyboard.press('Tab');
  }
  if (!(await page.evaluate(() => document.activeElement.id === 'find'))) { return ['the search box is not reached by Tab']; }
  const body = namesOf(name)[0].find((words) => words.length > 8);
  const before = await rows();
  await page.keyboard.type(body);
  const after = await rows();
  const shown = await page.$eval('.find + .wide', (box) => [...box.querySelectorAll('tbody tr')].filter((r) => !r.hidden).map((r) => r.textContent));
  const told = await page.$eval('[role=status]', (status) => status.textContent);
  const fold = (text) => text.replace(/\s+/g, ' ').toLowerCase();
  if (after >= before || !shown.length || !/\d/.test(told)) { return [`${body}: ${before} rows, then ${after}; says "${told}"`]; }
  const words = fold(body).split(' ');
  return shown.filter((row) => !words.every((word) => fold(row).includes(word))).map((row) => `shows ${row.slice(0, 60)}`);
}

// Every table and picture by Tab; on a comparison the three views by arrow keys, without script.
async function keyboard(page, name) {
  const out = [];
  await page.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
  const wanted = await page.$$eval('.wide', (all) => all.length);
  const reached = new Set();
  for (let at = 0; at < wanted + 40; at += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.wide')];
      return all.indexOf(document.activeElement);
    });
    if (label >= 0) { reached.add(label); }
  }
  if (reached.size !== wanted) { out.push(`${reached.size} of ${wanted} tables and pictures reached by Tab`); }
  if (!/-compare\./.test(name)) { return out; }
  const seen = async () => page.evaluate(() => {
    const frame = document.querySelector('.pane').getBoundingClientRect();
    const within = (card) => {
      const box = card.getBoundingClientRect();
      return box.width > 0 && box.left >= frame.left - 2 && box.right <= frame.right + 2 && box.top >= frame.top - 2 && box.bottom <= frame.bottom + 2;
    };
    const found = {};
    for (const card of document.querySelectorAll('[data-body]')) {
      const of = card.dataset.structure;
      found[of] = found[of] || [0, 0];
      found[of][within(card) ? 0 : 1] += 1;
    }
    return Object.values(found);
  });
  const options = await page.$$eval('.panes > input', (all) => all.length).catch(() => 0);
  if (options !== 3) { return out.concat(`${options} ways to show the picture`); }
  await page.focus('.panes > input:checked');
  const expected = [[true, true], [true, false], [false, true]];
  for (const [first, second] of expected) {
    const [a, b] = await seen();
    const shown = (counts, on) => (on ? counts[1] === 0 : counts[0] === 0);
    if (!shown(a, first) || !shown(b, second)) { out.push(`today ${first}, proposal ${second}: cards in and out ${a}, ${b}`); }
    await page.keyboard.press('ArrowDown');
  }
  return out;
}

// Live text: inside the first shape of its card, in the font of the file.
async function text(page) {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const out = [];
    let count = 0;
    for (const card of document.querySelectorAll('g[data-body]')) {
      const shape = [...card.children].find((e) => e.tagName !== 'text').getBBox();
      for (const row of card.querySelectorAll('text')) {
        count += 1;
        const box = row.getBBox();
        if (box.x < shape.x - 0.5 || box.x + box.width > shape.x + shape.width + 0.5 || box.y + box.height > shape.y + shape.height + 2) {
          out.push(`${card.dataset.body}: "${row.textContent}" sticks out of its card`);
        }
      }
    }
    const faces = [...document.fonts].filter((face) => face.status === 'loaded').length;
    const rows = [...document.querySelectorAll('text')].filter((row) => row.textContent.length > 12);
    const widths = rows.map((row) => row.getBBox().width);
    rows.forEach((row) => row.setAttribute('font-family', 'Arial'));
    const others = rows.filter((row, at) => Math.abs(row.getBBox().width - widths[at]) > 0.5).length;
    if (!count || !faces || others < rows.length / 2) { out.push(`${count} rows, ${faces} fonts loaded, ${others} of ${rows.length} differ from Arial`); }
    return out;
  });
}

async function mermaid(browser, names) {
  const page = await browser.newPage();
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
  const out = [];
  for (const name of names) {
    const words = fs.readFileSync(path.join(folder, 'files', name), 'utf8');
    const fault = await page.evaluate(async (source) => {
      try { await window.mermaid.parse(source); return null; } catch (error) { return String(error.message || error); }
    }, words);
    if (fault) { out.push([name, fault]); }
  }
  return out;
}

const CHECKS = [
  [16, 'axe finds no violation', /\.html$/, accessible, (data) => data.replace('<html lang="en-GB"', '<html')],
  [17, 'no request to anywhere', /\.html$/, alone, (data) => data.replace('</main>', '<img alt="" src="https://example.org/x.png"></main>')],
  [16, 'the search box finds a body', /-(compare|changes|overlay)\.html$/, search, (data) => data.replace('row.hidden = !words', 'row.lost = !words')],
  [16, 'tables and views by keyboard alone', /\.html$/, keyboard, (data) => data.replace('type="radio"', 'type="radio" disabled')],
  [2, 'live text in its card, in its own font', /live\.svg$/, text, (data) => data.replace(/font-size="/g, 'font-size="2')],
];

(async () => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--allow-file-access-from-files'] });
  let wrong = 0;
  for (const [number, words, test, check, spoil] of CHECKS) {
    let names = files(test);
    if (bite) {
      const home = names.find((name) => /compare/.test(name));
      const spoilt = home;
      const data = fs.readFileSync(path.join(folder, 'files', home), 'utf8');
      const bad = spoil(data);
      fs.writeFileSync(path.join(folder, 'files', spoilt), bad);
      const page = await open(browser, spoilt);
      const found = bad === data ? [] : await check(page, spoilt);
      await page.close();
      fs.writeFileSync(path.join(folder, 'files', home), data);
      console.log(`${found.length ? 'bites ' : 'BLIND '} ${String(number).padStart(2)} ${words}: ${(found[0] || 'nothing noticed').slice(0, 90)}`);
      wrong += found.length ? 0 : 1;
      continue;
    }
    let faults = 0;
    for (const name of names) {
      const page = await open(browser, name);
      for (const fault of await check(page, name)) {
        faults += 1;
        console.error(`FAULT ${name}: ${fault}`);
      }
      await page.close();
    }
    const good = names.length && !faults;
    console.log(`${good ? 'ok   ' : 'FAULT'} ${String(number).padStart(2)} ${words}: ${names.length} files, ${faults} faults`);
    wrong += good ? 0 : 1;
  }
  if (!bite) {
    const names = files(/\.mmd$/);
    const faults = await mermaid(browser, names);
    faults.forEach(([name, fault]) => console.error(`FAULT ${name}: ${fault}`));
    console.log(`${faults.length ? 'FAULT' : 'ok   '} 20 Mermaid reads its text: ${names.length} files, ${faults.length} faults`);
    wrong += faults.length;
  }
  await browser.close();
  process.exit(wrong ? 1 : 0);
})().catch((error) => { console.error(error); process.exit(1); });
