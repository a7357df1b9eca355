package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {

	private static final ImageFiles FILES = ImageFiles.with();

	@TempDir
	private Path folder;

	@Test
	void namesWhatIsWrongWithAFile() throws IOException {
		assertEquals("There is no file '" + folder.resolve("gone.nrrd") + "'. Check the path.", refusal(folder.resolve(
			"gone.nrrd")));
		final Path empty = Files.createFile(folder.resolve("empty.nrrd"));
		assertTrue(refusal(empty).contains("is empty (0 bytes)"));
		final String message = refusal(Files.writeString(folder.resolve("letter.docx"), "Dear Sir"));
		assertTrue(message.contains("letter.docx' is no image of a known format. Formats: NRRD (.nrrd, .nhdr); NIfTI (.nii, "),
			message);
	}

	@Test
	void goesByContentIfTheNameSaysNothing() throws IOException {
		final Path file = folder.resolve("image.nrrd");
		NrrdWriter.write(image(), file);
		final Path renamed = Files.move(file, folder.resolve("image.dat"));
		assertEquals(VoxelType.UINT8, FILES.read(renamed, Progress.NONE).type());
	}

	@Test
	void asksFurtherFormatsLast() throws IOException {
		final ImageFormat letters = new ImageFormat() {

			@Override
			public String name() {
				return "letters";
			}

			@Override
			public boolean accepts(final Path file, final byte[] head) {
				return head.length > 3 && head[0] == 'D';
			}

			@Override
			public Volume read(final Path file, final Progress progress) {
				return image();
			}
		};
		final Path letter = Files.writeString(folder.resolve("letter.docx"), "Dear Sir");
		assertEquals(3, ImageFiles.with(letters).read(letter, Progress.NONE).geometry().size(0));
	}

	@Test
	void readsALabelOrListsThoseThereAre() {
		final Path file = folder.resolve("labels.nrrd");
		NrrdWriter.write(image(), file);
		assertEquals(1, FILES.readMask(file, 2, Progress.NONE).voxelCount());
		assertEquals("labels.nrrd", FILES.readMask(file, 2, Progress.NONE).name());
		assertEquals("The mask 'labels.nrrd' has no voxel with label 9; labels in it: 2, 3.", assertThrows(
			InputException.class, () -> FILES.readMask(file, 9, Progress.NONE)).getMessage());
	}

	@Test
	void readsOnlyTheFormatsItWasGiven() {
		final Path file = folder.resolve("image.nrrd");
		NrrdWriter.write(image(), file);
		assertTrue(assertThrows(InputException.class, () -> new ImageFiles(List.of(new NiftiFormat())).read(file,
			Progress.NONE)).getMessage().contains("no image of a known format"));
	}

	private static Volume image() {
		return new Volume(ArrayImgs.unsignedBytes(new byte[] { 0, 2, 3, 3, 0, 0 }, 3, 2, 1), Geometry.axisAligned(new long[] { 3,
			2, 1 }, new double[] { 1, 1, 1 }), VoxelType.UINT8, ImageInfo.of("image", ""));
	}

	private static String refusal(final Path file) {
		return assertThrows(InputException.class, () -> FILES.read(file, Progress.NONE)).getMessage();
	}
}
