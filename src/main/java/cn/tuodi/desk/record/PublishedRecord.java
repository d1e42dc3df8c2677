package cn.tuodi.desk.record;

/**
 * The record of a publication as it lies in the store.
 *
 * @param publication what it says
 * @param hash digest of its bytes
 */
record PublishedRecord(Publication publication, String hash) {

  int number() {
    return publication.number();
  }

  boolean isChained() {
    return publication.previous() != null;
  }
}
