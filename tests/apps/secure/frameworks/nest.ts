import { Body, Controller, Get, Logger, Post, Req, Res, Session, UnauthorizedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import session from 'express-session';
import { AppModule } from './app.module';
import { AuthService } from './auth.service';
import { sessionStore } from './session-store';

@Controller('auth')
export class AuthController {
  private readonly logger = new Logger(AuthController.name);

  constructor(private readonly auth: AuthService) {}

  @Post('login')
  async login(@Req() req: Request, @Body() body: { email: string; password: string }) {
    const user = await this.auth.validate(body.email, body.password);
    if (!user) throw new UnauthorizedException();
    await new Promise<void>((resolve, reject) => {
      req.session.regenerate((error) => (error ? reject(error) : resolve()));
    });
    req.session.userId = user.id;
    this.logger.log(`user ${user.id} logged in`);
    return { id: user.id };
  }

  @Get('me')
  me(@Session() session: Record<string, unknown>) {
    session.visits = Number(session.visits ?? 0) + 1;
    return { visits: session.visits };
  }

  @Post('logout')
  logout(@Req() req: Request, @Res() res: Response) {
    req.session.destroy((error) => {
      if (error) this.logger.error(error);
      res.clearCookie('__Host-sid', { path: '/', secure: true }).sendStatus(204);
    });
  }
}

export async function bootstrap() {
  const app = await NestFactory.create<NestExpressApplication>(AppModule);
  app.set('trust proxy', 1);
  app.use(
    session({
      store: sessionStore(),
      name: '__Host-sid',
      secret: process.env.SESSION_SECRET!,
      resave: false,
      saveUninitialized: false,
      cookie: { secure: true, httpOnly: true, sameSite: 'lax' },
    }),
  );
  await app.listen(3000);
}
