import { type Session, SignInError } from "../auth/session.ts";
import { GraphError } from "../graph/graphError.ts";
import type { GetAccessToken } from "../graph/requester.ts";

/** The session as Graph's reader asks it. Tells apart a sign-in that a person must do from one that is out of reach. */
export function accessTokenSource(session: Session): GetAccessToken {
  return async (request) => {
    try {
      return await session.getAccessToken(request);
    } catch (cause) {
      const needsPerson = !(cause instanceof SignInError) || cause.problem.needsPerson;
      throw new GraphError(needsPerson ? "signInNeeded" : "signInUnavailable", { cause });
    }
  };
}
