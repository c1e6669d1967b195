# The app in a container: docs/hosting.md
FROM python:3.11-slim
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

# what changes seldom comes first: an edited table does not install anything again
COPY requirements.txt constraints.txt pyproject.toml README.md LICENSE ./
COPY src ./src
RUN python -m pip install -c constraints.txt -r requirements.txt
COPY .streamlit ./.streamlit
COPY app.py NOTICE LICENSE-DATA.md ./
COPY docs/method.md docs/codebook.md ./docs/
COPY pages ./pages
COPY static ./static
COPY data ./data
COPY geo ./geo
# all that the app writes: copies for browsers, named by their content
RUN mkdir -p static/layers && chmod 1777 static/layers

# nobody in particular: whatever else is read-only for it
USER 10001:10001
ENV HOME=/tmp MPLCONFIGDIR=/tmp/matplotlib
# without its welcome, Streamlit asks nobody for the address of this machine
ENV STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_SERVER_PORT=8501 STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE=true
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-m", "mapper.serve.health"]
CMD ["python", "-m", "streamlit", "run", "app.py"]
