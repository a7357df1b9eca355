#@ String (label = "Folder of the DICOM series", style = "directory", persist = false) path
#@ String (label = "Series: number, UID or description", value = "", persist = false, required = false) series
#@ String (label = "RTSTRUCT or SEG", style = "file", persist = false) rois
#@ String (label = "ROIs: number, name or pattern", value = "*", persist = false) name
#@ CommandService command
#@output table

# Opens a DICOM series and extracts features of ROIs of an RTSTRUCT or SEG. Research use only.

COMMANDS = "io.github.radiomicsnomogram.fiji.command."


def run(name, **inputs):
    result = command.run(COMMANDS + name, True, inputs).get()
    if result.isCanceled():
        raise ValueError(result.getCancelReason())
    return result


image = run("OpenDicomSeries", path=path, series=series, suv=False).getOutput("opened")
table = run("ExtractFeatures", image=image, roi_file=rois, roi_name=name).getOutput("table")
