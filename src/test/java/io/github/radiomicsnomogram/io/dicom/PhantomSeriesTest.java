package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

/** The CT phantom of the IBSI as a DICOM series is the image that its reference features were computed on. */
class PhantomSeriesTest {

	@Test
	void isTheImageOfTheReferenceFeatures() {
		final Path golden = Shared.path("golden");
		final Volume series = new DicomFormat().read(golden.resolve("dicom/t1_rt_ibsi_phantom/dicom/image"), Progress.NONE);
		final Volume image = new NrrdFormat().read(golden.resolve("radiomics/ibsi_ct/image.nrrd"), Progress.NONE);
		final Volume mask = new NrrdFormat().read(golden.resolve("radiomics/ibsi_ct/mask.nrrd"), Progress.NONE);
		// The NRRD went through NIfTI, which keeps the origin in single precision: 1.6e-6 mm.
		assertEquals("", image.geometry().firstDifference(series.geometry(), 1e-5).orElse(""));
		assertEquals("", mask.geometry().firstDifference(series.geometry()).orElse(""));
		assertEquals("HU", series.info().valueUnit());
		final Cursor<? extends RealType<?>> expected = Views.flatIterable(image.voxels()).cursor();
		long different = 0;
		for (final RealType<?> v : Views.flatIterable(series.voxels()))
			if (v.getRealDouble() != expected.next().getRealDouble()) different++;
		assertEquals(0, different);
	}
}
