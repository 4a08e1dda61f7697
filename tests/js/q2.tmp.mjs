import { ApiPromise, HttpProvider } from '@polkadot/api';
const api = await ApiPromise.create({ provider: new HttpProvider('http://127.0.0.1:17200'), noInitWarn: true });
const head = (await api.rpc.chain.getHeader()).number.toNumber();
for (let n = 113; n <= head; n++) {
  const hash = await api.rpc.chain.getBlockHash(n);
  const at = await api.at(hash);
  const events = await at.query.system.events();
  const block = await api.rpc.chain.getBlock(hash);
  if (!block.block.extrinsics.some((x) => x.method.section !== 'timestamp') && !events.some(e=>/slash|offen|disab/i.test(e.event.method+e.event.section))) continue;
  console.log(n, JSON.stringify(await at.query.session.disabledValidators()), block.block.extrinsics.map((x) => x.method.method).join(), events.map(({ event }) => event.section+'.'+event.method+(/fail|offence|slash|disab/i.test(event.method)?JSON.stringify(event.data):'')).join(' '));
}
process.exit(0)
