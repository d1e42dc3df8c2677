package cn.tuodi.account;

/** Others are reading or correcting so much at this moment that there is no room for more; nothing was done. */
public final class RoomTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RoomTaken() {
    super("others read accounts", null, false, false);
  }
}
