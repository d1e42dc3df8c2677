package cn.tuodi.account.store;

/**
 * What was answered to a request that had a key of its own.
 *
 * @param fingerprint digest of the request
 * @param status the status of HTTP
 * @param body the answer, in JSON
 * @param personId whose it is, or null where a version before has not noted that
 */
public record AnsweredRequest(String fingerprint, int status, String body, String personId) {}
