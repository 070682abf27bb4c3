/**
 * The verdict on what the layers found, and its formats: JSON, JUnit's XML, and the page. A new
 * format is a class that makes text of a {@link org.sabring.spec.report.Verdict}, and a file in
 * {@code VerdictFiles}; {@code verdict.json} stays version 1, and its schema says so. Depends on
 * {@code check}, the catalogue and the law; only commands depend on it.
 */
package org.sabring.spec.report;
