package io.github.radiomicsnomogram.report;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A report's page, read by a strict XML parser. */
record Xhtml(String source, Document document) {

	static Xhtml read(final Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	/** The source as XML. */
	static Xhtml parse(final String source) {
		try {
			return new Xhtml(source, DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(
				new StringReader(source))));
		}
		catch (final SAXException | IOException | ParserConfigurationException e) {
			throw new AssertionError("not well-formed: " + e.getMessage(), e);
		}
	}

	List<Element> elements(final String name) {
		return elements(document.getDocumentElement(), name);
	}

	private static List<Element> elements(final Element inside, final String name) {
		final NodeList list = inside.getElementsByTagName(name);
		return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i)).toList();
	}

	/** Everything that is shown, style and figures' names left out. */
	String shown() {
		return elements("body").get(0).getTextContent();
	}

	/** The rows of the table whose caption holds a text, cell by cell. */
	List<List<String>> table(final String caption) {
		for (final Element table : elements("table"))
			if (elements(table, "caption").get(0).getTextContent().contains(caption)) return rows(table);
		throw new AssertionError("no table '" + caption + "'");
	}

	private static List<List<String>> rows(final Element table) {
		final List<List<String>> rows = new ArrayList<>();
		for (final Element row : elements(elements(table, "tbody").get(0), "tr")) {
			final List<String> cells = new ArrayList<>();
			for (int i = 0; i < row.getChildNodes().getLength(); i++)
				if (row.getChildNodes().item(i) instanceof Element cell) cells.add(cell.getTextContent());
			rows.add(cells);
		}
		return rows;
	}

	/** A row by its first cell. */
	List<String> row(final String caption, final String first) {
		return table(caption).stream().filter(r -> r.get(0).equals(first)).findFirst().orElseThrow(() -> new AssertionError(
			"no row '" + first + "' in '" + caption + "'"));
	}
}
