package io.github.radiomicsnomogram.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseTableTest {

	@TempDir
	private Path folder;

	private Path table(final String text) throws IOException {
		return Files.writeString(folder.resolve("cases.csv"), text);
	}

	private List<Case> read(final String text) throws IOException {
		return CaseTable.read(table(text), LabelChoice.DEFAULT).cases();
	}

	private void refuses(final String text, final String... words) throws IOException {
		final Path file = table(text);
		final String message = assertThrows(InputException.class, () -> CaseTable.read(file, LabelChoice.DEFAULT))
			.getMessage();
		for (final String word : words)
			assertTrue(message.contains(word), "'" + word + "' is not in: " + message);
	}

	@Test
	void cellsAreCarriedAndPathsStartFromTheTable() throws IOException {
		final List<Case> cases = read("\uFEFFID,Image,Mask,Label,Label_channel\r\nA,a/ct.nrrd,/m.nrrd,\"3,5\",2\r\nB,../b.nrrd,c.nrrd,,\r\n");
		assertEquals(List.of("ID", "Image", "Mask", "Label", "Label_channel"), List.copyOf(cases.get(0).columns().keySet()));
		assertEquals("A", cases.get(0).columns().get("ID"));
		assertEquals(folder.resolve("a").resolve("ct.nrrd"), cases.get(0).image());
		assertEquals(folder.resolve("a").resolve("ct.nrrd").toString(), cases.get(0).columns().get("Image"));
		assertEquals(Path.of("/m.nrrd").toString(), cases.get(0).mask().toString());
		assertEquals(new LabelChoice(false, List.of(3, 5)), cases.get(0).labels());
		assertEquals(OptionalInt.of(2), cases.get(0).labelChannel());
		assertEquals(folder.getParent().resolve("b.nrrd"), cases.get(1).image());
		assertEquals(LabelChoice.DEFAULT, cases.get(1).labels());
		assertEquals("cases.csv, line 3", cases.get(1).name());
	}

	@Test
	void semicolonsMaySeparate() throws IOException {
		final Case only = read("Image;Mask;Label\na;b;1,2\n").get(0);
		assertEquals(folder.resolve("b"), only.mask());
		assertEquals(new LabelChoice(false, List.of(1, 2)), only.labels());
	}

	@Test
	void linesAreThoseOfTheFile() throws IOException {
		final List<Case> cases = read("Image,Mask,Note\n\na,b,\"two\nlines\"\n,,\nc,d,\r\n");
		assertEquals(List.of("cases.csv, line 3", "cases.csv, line 6"), cases.stream().map(Case::name).toList());
		assertEquals(List.of(1, 2), cases.stream().map(Case::number).toList());
		assertEquals("two\nlines", cases.get(0).columns().get("Note"));
	}

	@Test
	void columnsWithoutTextAreLeftOut() throws IOException {
		assertEquals(List.of("Image", "Mask"), List.copyOf(read("Image,Mask,\na,b,\n").get(0).columns().keySet()));
		refuses("Image,Mask,\na,b,x\n", "'cases.csv', line 2", "column 3 has the text 'x', but no name");
	}

	@Test
	void labelsOfTheCommandLineStandInForEmptyCells() throws IOException {
		final List<Case> cases = CaseTable.read(table("Image,Mask,Label\na,b,\na,b,2\na,b,all\na,b,1.0\n"), LabelChoice.parse(
			"7")).cases();
		assertEquals(List.of("7", "2", "all", "1"), cases.stream().map(c -> c.labels().toString()).toList());
	}

	@Test
	void aRowForEachLabelHasItsNumber() throws IOException {
		final Case without = CaseTable.read(table("Image,Mask,ID\na,b,x\n"), LabelChoice.ALL).cases().get(0);
		assertEquals(List.of("Image", "Mask", "Label", "ID"), List.copyOf(without.columns(4).keySet()));
		assertEquals("4", without.columns(4).get("Label"));
		final Case one = CaseTable.read(table("Image,Mask,ID\na,b,x\n"), LabelChoice.parse("4")).cases().get(0);
		assertEquals(List.of("Image", "Mask", "ID"), List.copyOf(one.columns(4).keySet()));
		final Case empty = read("Image,Mask,Label\na,b,\n").get(0);
		assertEquals("", empty.columns(1).get("Label"));
	}

	@Test
	void whatIsWrongIsSaidWithLineAndColumn() throws IOException {
		refuses("", "is empty");
		refuses("Image,Mask\n", "has no case");
		refuses("image,Mask\na,b\n", "line 1: there is no column 'Image'; rename 'image'.", "Columns: image, Mask");
		refuses("Image,Mask,ID,ID\na,b,c,d\n", "line 1: the column 'ID' is there twice");
		refuses("Image,Mask\na,b\n\na\n", "line 4: 1 cells, but the header has 2");
		refuses("Image,Mask\na,b,c\n", "line 2: 3 cells, but the header has 2");
		refuses("Image,Mask\na,\n", "line 2: column 'Mask' is empty");
		refuses("Image,Mask,Label\na,b,one\n", "line 2: column 'Label' must be a label", "not 'one'");
		refuses("Image,Mask,Label\na,b,0\n", "line 2: column 'Label'", "not '0'");
		refuses("Image,Mask,Label\na,b,1.5\n", "line 2: column 'Label'", "not '1.5'");
		refuses("Image,Mask,Label_channel\na,b,-1\n", "line 2: column 'Label_channel'", "not '-1'");
		refuses("Image,Mask\n\"a,b\n", "a quoted cell does not end");
	}
}
