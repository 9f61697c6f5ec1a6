const tcb = require('@cloudbase/node-sdk')

exports.main = async (event, context) => {
  if (event.do === 'crash') process.exit(7)
  if (event.do === 'spin') for (;;);
  if (event.do === 'hang') return new Promise(() => undefined)
  if (event.do === 'throw') throw Object.assign(new Error('说不'), { code: 'SAID_NO' })
  if (event.do === 'log') console.log('一行日志')
  if (event.queryStringParameters?.status)
    return {
      statusCode: Number(event.queryStringParameters.status),
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    }
  if (event.do === 'wait') await new Promise((resolve) => setTimeout(resolve, 100))
  if (event.do === 'count') return (await tcb.init({ env: 'local-test' }).database().collection('notes').count()).total
  if (event.do === 'call')
    return (await tcb.init({ env: 'local-test' }).callFunction({ name: 'echo', data: { from: 'inside' } })).result
  const { WX_OPENID } = tcb.init({ env: 'local-test' }).constructor.getCloudbaseContext(context)
  const dated = {
    now: Date.now(),
    made: new Date().getTime(),
    fixed: new Date(5).getTime(),
    isDate: new Date() instanceof Date,
  }
  return { event, openid: WX_OPENID ?? null, pid: process.pid, setting: process.env.SETTING ?? null, ...dated }
}
