import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export default NextAuth({
  secret: process.env.NEXT_PUBLIC_AUTH_SECRET,
  providers: [GitHub],
  cookies: { sessionToken: { name: 'sid', options: { httpOnly: false } } },
  callbacks: {
    async session({ session, token }) {
      session.accessToken = token.accessToken;
      return session;
    },
  },
});
