import pytest
from PIL import Image
from portal.publishing.images import size_images
from portal.site.resolve import Resolver

PAGE = "en/admin/step-1/index.html"
TO = "../../../assets/a.png"


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "assets").mkdir()
    Image.new("RGB", (800, 300)).save(tmp_path / "assets/a.png")
    (tmp_path / "assets/b.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="24"></svg>', "utf-8"
    )
    (tmp_path / "assets/c.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400.4 300"/>', "utf-8")
    (tmp_path / "assets/broken.png").write_text("no image", "utf-8")
    return tmp_path


def sized(html, docs, site_url="/"):
    return size_images(html, PAGE, docs, Resolver(site_url))


def test_an_image_gets_the_size_of_its_file(docs):
    assert sized(f'<img alt="a" src="{TO}" />', docs) == f'<img alt="a" src="{TO}" width="800" height="300">'
    assert 'width="36" height="24"' in sized("<IMG src='../../../assets/b.svg'>", docs)
    assert 'width="400" height="300"' in sized('<img src="../../../assets/c.svg">', docs)
    assert 'width="800"' in sized('<img src="/help/assets/a.png">', docs, "https://host.example/help/")


def test_all_images_but_the_first_load_lazily(docs):
    first, second = sized(f'<img src="{TO}"><p><img src="{TO}"></p>', docs).split("<p>")
    assert "loading" not in first and 'loading="lazy"' in second


def test_attributes_written_by_an_editor_are_kept(docs):
    html = f'<img src="{TO}"><img src={TO} width="400" height="150" loading="eager" alt="a > b">'
    assert sized(html, docs).endswith('width="400" height="150" loading="eager" alt="a > b">')


def test_the_missing_size_follows_from_the_written_one_and_the_aspect_ratio(docs):
    assert sized(f'<img width="400" src="{TO}">', docs) == f'<img width="400" src="{TO}" height="150">'
    assert sized(f'<img height=60 src="{TO}">', docs) == f'<img height=60 src="{TO}" width="160">'
    assert sized(f'<img width="50%" src="{TO}">', docs) == f'<img width="50%" src="{TO}">'


@pytest.mark.parametrize(
    "address", ["../../../assets/broken.png", "gone.png", "https://host.invalid/a.png", "data:,", "", "\0"]
)
def test_an_image_without_a_readable_size_is_not_changed(docs, address):
    assert sized(f'<img src="{address}">', docs) == f'<img src="{address}">'
