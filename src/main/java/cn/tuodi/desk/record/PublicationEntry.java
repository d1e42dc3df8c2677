package cn.tuodi.desk.record;

/**
 * A publication and what became of it.
 *
 * @param publication the publication
 * @param place what became of it
 */
public record PublicationEntry(Publication publication, PublicationState place) {}
