/**
 * Files that survive: how anything Rote writes gets to the disk, and how it is read back without trust.
 *
 * <p>Three kinds of file, three promises.
 *
 * <ul>
 *   <li>A file that is <b>replaced</b> ({@link dev.rote.files.AtomicFile}) is there wholly or as it was before, whatever happens:
 *       it is written beside the old one, forced to the disk and renamed.
 *   <li>A file that <b>grows</b> ({@link dev.rote.files.Journal} of readings, {@link dev.rote.files.TableFile}) grows by whole
 *       lines; a torn last line is cut off, and a resumed run cuts back to a length that it noted before.
 *   <li>A <b>checkpoint</b> ({@link dev.rote.files.Checkpoint}) carries a checksum over everything in it; the one before it is
 *       kept, so that a damaged one costs some steps and not the run.
 * </ul>
 *
 * <p>{@link dev.rote.files.FolderLock} makes one process the owner of a folder. {@link dev.rote.files.Provenance} writes down the
 * machine and the versions. Readers take every file for a stranger's: sizes and depths are capped, damage is told with file and
 * line, and no link is followed when writing.
 */
@NullMarked
package dev.rote.files;

import org.jspecify.annotations.NullMarked;
