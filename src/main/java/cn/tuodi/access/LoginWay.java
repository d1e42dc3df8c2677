package cn.tuodi.access;

/** How people and programs show who they are. There is one way at a time. */
public enum LoginWay {
  /** Not at all: nobody has a role. */
  NONE,
  /** By the name and password of the single administrator, for trying out. */
  ADMINISTRATOR,
  /** With an OpenID Connect provider: people log in there, programs bring its tokens. */
  PROVIDER,
  /** By tokens of an OpenID Connect provider only; nobody can log in to the console. */
  TOKENS;

  /** Whether tokens of a provider are taken. */
  public boolean takesTokens() {
    return this == PROVIDER || this == TOKENS;
  }
}
