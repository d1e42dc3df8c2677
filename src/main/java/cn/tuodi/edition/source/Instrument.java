package cn.tuodi.edition.source;

import java.time.LocalDate;

/**
 * A policy document.
 *
 * @param number document number
 * @param title title in Chinese
 * @param titleEn title in English
 * @param issuedOn day of issue
 * @param inForceFrom day from which it is in force
 */
public record Instrument(String number, String title, String titleEn, LocalDate issuedOn, LocalDate inForceFrom) {}
