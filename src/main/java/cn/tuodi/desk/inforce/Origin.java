package cn.tuodi.desk.inforce;

/** Where the workbooks of an edition come from. */
public enum Origin {
  /** From the application, as it was built. */
  APPLICATION,
  /** From the directory, at least one of them. */
  DIRECTORY,
  /** From a publication, all of them. */
  PUBLICATION
}
