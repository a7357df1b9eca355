/**
 * DICOM image series, read without any DICOM library. The layers, from the file up: {@code DicomInput} (bytes),
 * {@code DicomParser} (data elements, every length checked against the file), {@code DicomAttributes} (typed values),
 * {@code Frame} and {@code Slice} (one checked image plane), {@code SliceStack} (planes in order on one grid), {@code SeriesVolume} and
 * {@code LazyVolume} (their pixels, all at once or when somebody looks at them), {@code MediaDirectory} (DICOMDIR),
 * {@link io.github.radiomicsnomogram.io.dicom.DicomFolder} (what lies in a folder) and
 * {@link io.github.radiomicsnomogram.io.dicom.DicomFormat} (the reader).
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part05.html">DICOM PS3.5</a>
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part03.html">DICOM PS3.3</a>
 */
package io.github.radiomicsnomogram.io.dicom;
