@echo off
rem Starts the command line: radiomics-nomogram VERB [OPTIONS]. JAVA_HOME is the Java to use, JAVA_OPTS are options for it.
setlocal
set "jar="
for %%f in ("%~dp0Radiomics_Nomogram-*-cli.jar") do set "jar=%%f"
if not defined jar (
	echo There is no Radiomics_Nomogram-VERSION-cli.jar beside this launcher. 1>&2
	exit /b 1
)
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -XX:+UseSerialGC %JAVA_OPTS% -jar "%jar%" %*
