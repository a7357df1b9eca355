package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * With one thread the slices of image and mask are gone through once; with two both stay in memory. Results and words
 * must be the same.
 */
class ExtractOnceTest {

	private static final int NX = 12, NY = 11, NZ = 9;

	/** How a file keeps its voxels. */
	private enum Form {
			RAW("nrrd"), GZIP("nrrd"), BIG("nrrd"), DETACHED("nhdr"), META("mha"), PACKED_META("mha");

		private final String extension;

		Form(final String extension) {
			this.extension = extension;
		}

		private boolean isPacked() {
			return this == GZIP || this == PACKED_META;
		}
	}

	@TempDir
	private Path folder;

	/** Signed 16 bits for an image, unsigned for labels: 1 within, 2 and 7 elsewhere, up to the last slice. */
	private static byte[] voxels(final boolean mask, final ByteOrder order) {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * NX * NY * NZ).order(order);
		final Random random = new Random(5);
		for (int z = 0; z < NZ; z++)
			for (int y = 0; y < NY; y++)
				for (int x = 0; x < NX; x++)
					bytes.putShort((short) (mask ? label(x, y, z) : 300 * random.nextGaussian()));
		return bytes.array();
	}

	private static int label(final int x, final int y, final int z) {
		if (z >= 2 && z <= 5 && x >= 3 && x <= 8 && y >= z && y <= 8) return 1;
		return x == NX - 1 ? 7 : y == 0 ? 2 : 0;
	}

	private static byte[] packed(final byte[] bytes) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		return out.toByteArray();
	}

	private static byte[] stored(final Form form, final boolean mask) throws IOException {
		final byte[] plain = voxels(mask, form == Form.BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		return form.isPacked() ? packed(plain) : plain;
	}

	private Path write(final Form form, final boolean mask, final byte[] data) throws IOException {
		final String name = mask ? "mask" : "image";
		final Path file = folder.resolve(name + "." + form.extension), beside = folder.resolve(name + ".raw");
		final String type = mask ? "u" : "", sizes = NX + " " + NY + " " + NZ;
		final String header = form.extension.equals("mha") ? "ObjectType = Image\nNDims = 3\nBinaryData = True\n" +
			"BinaryDataByteOrderMSB = False\nCompressedData = " + (form.isPacked() ? "True\nCompressedDataSize = " + data.length
				: "False") + "\nElementSpacing = 1 1 2\nDimSize = " + sizes + "\nElementType = MET_" + (mask ? "U" : "") +
			"SHORT\nElementDataFile = LOCAL\n"
			: "NRRD0004\ntype: " + type + "int16\ndimension: 3\nspace: left-posterior-superior\nsizes: " + sizes +
				"\nspace directions: (1,0,0) (0,1,0) (0,0,2)\nendian: " + (form == Form.BIG ? "big" : "little") + "\nencoding: " +
				(form.isPacked() ? "gzip" : "raw") + "\nspace origin: (0,0,0)\n" + (form == Form.DETACHED ? "data file: " + beside
					.getFileName() + "\n" : "\n");
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.write(header.getBytes(StandardCharsets.US_ASCII));
		if (form == Form.DETACHED) Files.write(beside, data);
		else all.write(data);
		return Files.write(file, all.toByteArray());
	}

	private Cli run(final Path image, final Path mask, final int threads, final Object... more) {
		final Object[] all = Arrays.copyOf(new Object[] { "extract", "--image", image, "--mask", mask, "--threads", threads },
			7 + more.length);
		System.arraycopy(more, 0, all, 7, more.length);
		return Cli.run(all);
	}

	/** What one thread says, which must be what two say. */
	private Cli same(final Path image, final Path mask, final Object... more) {
		final Cli one = run(image, mask, 1, more);
		assertEquals(run(image, mask, 2, more), one);
		return one;
	}

	@ParameterizedTest
	@EnumSource
	void resultsAreThoseOfTheWholeImage(final Form form) throws IOException {
		final Path image = write(form, false, stored(form, false)), mask = write(form, true, stored(form, true));
		final Cli one = same(image, mask);
		assertEquals(Main.OK, one.exitCode(), one.err());
		assertTrue(one.out().contains("diagnostics_Image-original_Hash"), one.out());
		assertEquals(Main.OK, same(image, mask, "--label", "7", "--setting", "minimumROIDimensions=1").exitCode());
		assertEquals(Main.REFUSED, same(image, mask, "--label", "3").exitCode());
	}

	@ParameterizedTest
	@EnumSource
	void whatIsMissingBehindTheRoiIsTold(final Form form) throws IOException {
		final byte[] image = stored(form, false), mask = stored(form, true);
		final Path whole = write(form, false, image), labels = write(form, true, mask);
		write(form, true, Arrays.copyOf(mask, mask.length - 9));
		same(whole, labels).refusedWith("mask");
		write(form, true, mask);
		write(form, false, Arrays.copyOf(image, image.length - 9));
		same(whole, labels).refusedWith("image");
	}

	@Test
	void aWrongChecksumAtTheEndIsTold() throws IOException {
		for (final boolean broken : new boolean[] { false, true }) {
			final byte[] image = stored(Form.GZIP, false), mask = stored(Form.GZIP, true);
			final byte[] wrong = broken ? mask : image;
			final byte before = wrong[wrong.length - 7];
			wrong[wrong.length - 7] ^= 1;
			assertNotEquals(before, wrong[wrong.length - 7]);
			same(write(Form.GZIP, false, image), write(Form.GZIP, true, mask)).refusedWith(broken ? "mask" : "image");
		}
	}

	@Test
	void wrongGridsAndRoisAreToldInTheSameWords() throws IOException {
		final Path image = SmallCase.image(folder);
		same(image, SmallCase.shifted(folder)).refusedWith("different grids");
		same(image, SmallCase.shorter(folder)).refusedWith("different grids");
		same(image, SmallCase.empty(folder)).refusedWith("0 everywhere");
		same(SmallCase.hole(folder), SmallCase.mask(folder)).refusedWith("hole.nrrd");
		same(image, SmallCase.mask(folder), "--resample-mask");
	}
}
