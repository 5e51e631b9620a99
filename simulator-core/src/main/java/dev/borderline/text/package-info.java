/**
 * Text that goes into files: numbers, JSON, CSV fields, digests; and the nearest known name for a misspelt one.
 *
 * <p>Floor: ground. Knows nothing of the domain and imports no other package of this library.
 *
 * <p>Guarantees: the same values give the same bytes on every JDK, locale and platform. Every number in a file is
 * written by {@link dev.borderline.text.Numbers}.
 *
 * <p>Start reading at {@link dev.borderline.text.Numbers}, then {@link dev.borderline.text.JsonWriter}.
 *
 * <p>Not part of the API.
 */
@NullMarked
package dev.borderline.text;

import org.jspecify.annotations.NullMarked;
