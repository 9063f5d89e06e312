// Loaded before a program with `node --import`: tells on standard error when it opens a connection or looks up a name.
import dns from 'node:dns';
import net from 'node:net';

const tell = (what) => process.stderr.write(`network: ${what}\n`);
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...values) {
  tell('connect');
  return connect.apply(this, values);
};
const { lookup } = dns;
dns.lookup = (...values) => {
  tell('lookup');
  return lookup(...values);
};
