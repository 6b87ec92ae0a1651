const { Router } = require('@koa/router')

const router = new Router()

router.get('/', async ctx => {
  ctx.body = { name: ctx.session.visitor ? ctx.session.visitor.name : null }
})

router.get('/board', async (ctx, next) => {
  if (!ctx.session.visitor || !ctx.session.visitor.accessToken) ctx.throw(401, 'Log in first.')
  await next()
}, async ctx => {
  const answer = await fetch(process.env.PROVIDER_URL + '/invoices', {
    headers: { authorization: 'Bearer ' + ctx.session.visitor.accessToken }
  })
  ctx.status = answer.status
  ctx.body = await answer.json()
})

module.exports = router
