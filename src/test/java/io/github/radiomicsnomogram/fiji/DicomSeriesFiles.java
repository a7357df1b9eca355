package io.github.radiomicsnomogram.fiji;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Small DICOM series for tests of the Fiji side: oblique, non-square pixels, values from -1000 HU on. */
final class DicomSeriesFiles {

	static final int NX = 12, NY = 9, NZ = 5;
	static final double DX = 0.75, DY = 0.5, DZ = 2;
	/** Row and column direction: turned about z. */
	static final double[] COSINES = { 0.8, 0.6, 0, -0.6, 0.8, 0 };
	static final double[] ORIGIN = { -30, 12.5, 100 };
	static final String FRAME = "1.2.3.77", STUDY = "1.2.3.1";

	private DicomSeriesFiles() {}

	/** HU of a voxel: no symmetry, so that every flip shows. */
	static int hu(final int x, final int y, final int z) {
		return -1000 + 7 * x + 31 * y + 113 * z + (x * y * (z + 1)) % 5;
	}

	/** A CT with the files' names against the order of positions. */
	static Path ct(final Path folder) {
		return series(folder, 3, "Thorax", "CT");
	}

	static Path series(final Path folder, final int number, final String description, final String modality) {
		try {
			Files.createDirectories(folder);
			for (int z = 0; z < NZ; z++)
				Files.write(folder.resolve("im" + number + "_" + (NZ - z) + ".dcm"), slice(number, description, modality, z));
			return folder;
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static byte[] slice(final int number, final String description, final String modality, final int z) {
		final Map<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);
		final boolean ct = modality.equals("CT");
		text(elements, 0x00080016, "UI", ct ? "1.2.840.10008.5.1.4.1.1.2" : "1.2.840.10008.5.1.4.1.1.4");
		text(elements, 0x00080018, "UI", "1.2.3.9." + number + "." + z);
		text(elements, 0x00080020, "DA", "20210304");
		text(elements, 0x00080060, "CS", modality);
		text(elements, 0x0008103E, "LO", description);
		text(elements, 0x00100010, "PN", "Secret^Name");
		text(elements, 0x00180050, "DS", "2");
		text(elements, 0x00180060, "DS", "120");
		text(elements, 0x0020000D, "UI", STUDY);
		text(elements, 0x0020000E, "UI", "1.2.3.4." + number);
		text(elements, 0x00200011, "IS", Integer.toString(number));
		text(elements, 0x00200013, "IS", Integer.toString(NZ - z));
		text(elements, 0x00200032, "DS", numbers(ORIGIN[0], ORIGIN[1], ORIGIN[2] + DZ * z));
		text(elements, 0x00200037, "DS", numbers(COSINES));
		text(elements, 0x00200052, "UI", FRAME);
		number(elements, 0x00280002, 1);
		text(elements, 0x00280004, "CS", "MONOCHROME2");
		number(elements, 0x00280010, NY);
		number(elements, 0x00280011, NX);
		text(elements, 0x00280030, "DS", numbers(DY, DX));
		for (final int[] us : new int[][] { { 0x00280100, 16 }, { 0x00280101, 16 }, { 0x00280102, 15 }, { 0x00280103, 0 } })
			number(elements, us[0], us[1]);
		text(elements, 0x00281050, "DS", "-400");
		text(elements, 0x00281051, "DS", "1500");
		if (ct) text(elements, 0x00281052, "DS", "-1024");
		if (ct) text(elements, 0x00281053, "DS", "1");
		final ByteBuffer pixels = ByteBuffer.allocate(2 * NX * NY).order(ByteOrder.LITTLE_ENDIAN);
		for (int y = 0; y < NY; y++)
			for (int x = 0; x < NX; x++)
				pixels.putShort((short) (hu(x, y, z) + 1024));
		element(elements, 0x7FE00010, "OW", pixels.array());
		return file(elements);
	}

	private static byte[] file(final Map<Integer, byte[]> elements) {
		final Map<Integer, byte[]> meta = new TreeMap<>();
		text(meta, 0x00020010, "UI", "1.2.840.10008.1.2.1");
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[128]);
		out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		meta.values().forEach(out::writeBytes);
		elements.values().forEach(out::writeBytes);
		return out.toByteArray();
	}

	private static String numbers(final double... v) {
		final StringBuilder text = new StringBuilder();
		for (final double d : v)
			text.append(text.isEmpty() ? "" : "\\").append(String.format(Locale.ROOT, "%.10f", d));
		return text.toString();
	}

	private static void text(final Map<Integer, byte[]> into, final int tag, final String vr, final String value) {
		final byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
		final byte[] even = java.util.Arrays.copyOf(bytes, (bytes.length + 1) / 2 * 2);
		if (even.length > bytes.length && !vr.equals("UI")) even[bytes.length] = ' ';
		element(into, tag, vr, even);
	}

	private static void number(final Map<Integer, byte[]> into, final int tag, final int value) {
		element(into, tag, "US", new byte[] { (byte) value, (byte) (value >> 8) });
	}

	private static void element(final Map<Integer, byte[]> into, final int tag, final String vr, final byte[] value) {
		final boolean longForm = vr.equals("OW");
		final ByteBuffer b = ByteBuffer.allocate((longForm ? 12 : 8) + value.length).order(ByteOrder.LITTLE_ENDIAN);
		b.putShort((short) (tag >>> 16)).putShort((short) tag).put(vr.getBytes(StandardCharsets.US_ASCII));
		if (longForm) b.putShort((short) 0).putInt(value.length);
		else b.putShort((short) value.length);
		into.put(tag, b.put(value).array());
	}
}
