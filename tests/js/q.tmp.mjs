import { ApiPromise, HttpProvider } from '@polkadot/api';
const api = await ApiPromise.create({ provider: new HttpProvider('http://127.0.0.1:17200'), noInitWarn: true });
const head = (await api.rpc.chain.getHeader()).number.toNumber();
console.log('head', head, 'disabled', JSON.stringify(await api.query.session.disabledValidators()), 'validators', JSON.stringify(await api.query.session.validators()));
for (let n = 105; n <= head; n++) {
  const hash = await api.rpc.chain.getBlockHash(n);
  const at = await api.at(hash);
  const events = await at.query.system.events();
  for (const { event } of events) if (!['balances','system','transactionPayment','rewards'].includes(event.section)) console.log(n, event.section, event.method, JSON.stringify(event.data).slice(0,200));
  const block = await api.rpc.chain.getBlock(hash);
  for (const x of block.block.extrinsics) if (x.method.section !== 'timestamp') console.log(n, 'xt', x.method.section, x.method.method, x.isSigned);
}
console.log('slashes', JSON.stringify(await api.query.staking.unappliedSlashes.entries()));
console.log('era', JSON.stringify(await api.query.staking.activeEra()));
console.log(JSON.stringify(await api.query.staking.validators.entries()));
console.log(JSON.stringify(await api.query.staking.ledger.entries()));
await api.disconnect();
process.exit(0)
