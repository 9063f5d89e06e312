// Makes a screenshot small: its colours, which are few but for the edges of letters, become a palette of 256. For PNG files as Chromium
// writes them (8 bits, RGB or RGBA, not interlaced); others are refused.
import { Buffer } from 'node:buffer';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const most = 256;

/** The same picture in at most 256 colours. */
export function smallPng(png) {
  const { width, height, pixels, channels } = read(png);
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const color = pixels.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([color]) => color);
  const known = new Map(palette.map((color, i) => [color, i]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let i = 0; i < width * height; i++) {
    const color = pixels.readUIntBE(i * channels, 3);
    if (!known.has(color)) known.set(color, nearest(palette, color));
    rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = known.get(color);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.concat(palette.map((color) => Buffer.from([color >> 16, (color >> 8) & 255, color & 255])));
  const parts = [
    ['IHDR', head],
    ['PLTE', colors],
    ['IDAT', deflateSync(rows, { level: 9 })],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([signature, ...parts.map(([name, data]) => chunk(name, data))]);
}

function nearest(palette, color) {
  const distance = (other) => [16, 8, 0].reduce((sum, shift) => sum + (((color >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  let best = 0;
  for (let i = 1; i < palette.length; i++) if (distance(palette[i]) < distance(palette[best])) best = i;
  return best;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Size and pixels of a PNG, its rows unfiltered. */
function read(png) {
  const data = [];
  let head;
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR') head = png.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height, depth, kind, , , interlaced] = [head.readUInt32BE(0), head.readUInt32BE(4), ...head.subarray(8)];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) throw new Error('Not a PNG as Chromium writes it.');
  const channels = kind === 2 ? 3 : 4;
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels) };
}

function unfiltered(raw, stride, height, step) {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const at = row * stride + i;
      const left = i < step ? 0 : pixels[at - step];
      const up = row === 0 ? 0 : pixels[at - stride];
      const corner = i < step || row === 0 ? 0 : pixels[at - stride - step];
      pixels[at] = raw[row * (stride + 1) + 1 + i] + predicted(filter, left, up, corner);
    }
  }
  return pixels;
}

function predicted(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
