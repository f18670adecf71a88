const O='http://localhost:4631';
for (const p of ['/','/cases/video-recommendation','/cases/video-recommendation/model','/steps']) {
  const html=await (await fetch(O+p)).text();
  const src=[...new Set([...html.matchAll(/\/_next\/static\/[^"'\\ ]+\.js/g)].map(m=>m[0]))];
  let tags=[...html.matchAll(/<script[^>]+src="([^"]+)"([^>]*)/g)].filter(m=>!/noModule/i.test(m[0])).map(m=>m[1]);
  let sum=0; const {gzipSync}=await import('node:zlib');
  for (const s of new Set(tags)) sum+=gzipSync(Buffer.from(await (await fetch(O+s)).arrayBuffer()),{level:9}).length;
  console.log(p,new Set(tags).size,(sum/1000).toFixed(1),'kB gzip');
}
